using System.Text;

namespace TwoDoors.Sim.Explore.Threads;

/// <summary>Says who waits for what.</summary>
internal static class Deadlock
{
    /// <summary>One line, such as "deadlock: a waits for m, which b has; b waits for n, which a has".</summary>
    public static string Describe(ThreadMachine machine)
    {
        StringBuilder says = new("deadlock: ");
        string separator = "";
        for (int thread = 0; thread < machine.Activities; thread++)
        {
            if (!machine.IsAlive(thread))
                continue;
            says.Append(separator).Append(machine.Program.Threads[thread].Name).Append(" waits for ");
            separator = "; ";
            (_, int joined) = machine.RelationOf(thread);
            Operation pending = machine.PendingOf(thread);
            if (joined >= 0)
            {
                says.Append("the end of ").Append(machine.Program.Threads[joined].Name);
                continue;
            }

            int holder = machine.ValueOf(pending.Object) - 1;
            string has = holder == thread ? "it has itself" : $"{machine.Program.Threads[holder].Name} has";
            says.Append(machine.Program.SlotName(pending.Object)).Append(", which ").Append(has);
        }

        return says.ToString();
    }
}
