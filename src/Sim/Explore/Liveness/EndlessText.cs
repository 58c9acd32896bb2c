using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>An execution that goes round for ever, in words: who goes round, what each of them looks at that others
/// write, and who waits for what.</summary>
/// <param name="machine">It stands where the loop closes.</param>
/// <param name="schedule">Which thread made each step.</param>
/// <param name="operations">What each step touched.</param>
/// <param name="start">The first step of the loop.</param>
internal sealed class EndlessText(
    ThreadMachine machine, IReadOnlyList<int> schedule, IReadOnlyList<Operation> operations, int start)
{
    /// <summary>In one line.</summary>
    public string Says()
    {
        int[] movers = [.. schedule.Skip(start).Distinct().Order()];
        string who = movers.Length == 1 ? $"{Name(movers[0])} goes" : $"{Listed([.. movers.Select(Name)])} go";
        string steps = start + 1 == schedule.Count
            ? $"step {start + 1} repeats"
            : $"steps {start + 1} to {schedule.Count} repeat";
        IEnumerable<string> looks = movers.Select(LooksAt).OfType<string>();
        IEnumerable<string> waits = Enumerable.Range(0, machine.Activities)
            .Where(thread => machine.IsAlive(thread) && !movers.Contains(thread))
            .Select(machine.WaitOf);
        return string.Join("; ", [$"{who} round for ever ({steps})", .. looks, .. waits]);
    }

    private static string Listed(string[] names) =>
        names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    private string Name(int thread) => machine.Program.Threads[thread].Name;

    /// <summary>What a thread reads in the loop and does not write there: its way out, if others opened it.</summary>
    private string? LooksAt(int thread)
    {
        Operation[] own = [.. Enumerable.Range(start, schedule.Count - start)
            .Where(step => schedule[step] == thread)
            .SelectMany(step => operations[step].Parts ?? [operations[step]])];
        int[] written = [.. Objects(own, OperationKind.Write)];
        string[] read = [.. Objects(own, OperationKind.Read).Except(written).Select(machine.Program.SlotName)];
        return read.Length == 0 ? null : $"{Name(thread)} looks at {Listed(read)}";
    }

    private static IEnumerable<int> Objects(Operation[] operations, OperationKind kind) =>
        operations.Where(operation => operation.Kind == kind).Select(operation => operation.Object).Distinct().Order();
}
