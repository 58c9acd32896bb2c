using TwoDoors.Real.Cli;

return EntryPoint.Run(RawArguments.Of(args), Surroundings.OfThisProcess());
