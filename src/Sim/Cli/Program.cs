using TwoDoors.Sim.Cli;

return EntryPoint.Run(args, RealTerminal.Surroundings());
