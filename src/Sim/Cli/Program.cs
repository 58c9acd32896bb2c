using TwoDoors.Sim.Cli;

return Relaunch.Run(args) ?? EntryPoint.Run(args, RealTerminal.Surroundings());
