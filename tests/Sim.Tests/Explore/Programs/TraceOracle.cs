using TwoDoors.Model.Claims;
using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Tests.Explore.Programs;

/// <summary>Counts Mazurkiewicz traces without any reduction to trust: it goes through all prefixes, and goes on from
/// one of each class of prefixes alone. Two prefixes are one class if they have the same events, and the same order of
/// conflicting ones.</summary>
internal sealed class TraceOracle
{
    private readonly ThreadMachine machine;
    private readonly HashSet<Fingerprint> seen = [];
    private readonly Fingerprint[] lastWrites;
    private readonly Fingerprint[] reads;
    private readonly int[] made;
    private long traces;

    private TraceOracle(ThreadProgram program)
    {
        machine = new ThreadMachine(program) { KeepsUndo = true };
        lastWrites = new Fingerprint[program.SlotCount];
        reads = new Fingerprint[program.SlotCount];
        made = new int[program.Threads.Count];
    }

    public static long Count(ProgramText program)
    {
        TraceOracle oracle = new(program.Compile());
        oracle.Visit(Fingerprint.Empty);
        return oracle.traces;
    }

    private void Visit(Fingerprint prefix)
    {
        if (machine.Count == 0)
            traces++;
        for (int i = 0; i < machine.Count; i++)
        {
            int thread = machine[i];
            machine.Step(thread);
            Operation[] parts = machine.LastOperation.Parts ?? [machine.LastOperation];
            int[] slots = [.. parts.Where(part => part.Object >= 0).Select(part => part.Object).Distinct()];
            (Fingerprint Write, Fingerprint Reads)[] before = [.. slots.Select(s => (lastWrites[s], reads[s]))];
            Fingerprint after = prefix.Plus(EventOf(thread, parts));
            made[thread]++;
            if (seen.Add(after))
                Visit(after);
            made[thread]--;
            for (int slot = 0; slot < slots.Length; slot++)
                (lastWrites[slots[slot]], reads[slots[slot]]) = before[slot];
            machine.Undo();
        }
    }

    private Fingerprint EventOf(int thread, Operation[] parts)
    {
        Fingerprint happened = Fingerprint.Empty.Add((long)thread).Add((long)made[thread]);
        foreach (Operation part in parts.Where(part => part.Object >= 0))
        {
            Fingerprint write = lastWrites[part.Object];
            Fingerprint look = part.Kind == OperationKind.Read ? default : reads[part.Object];
            happened = happened.Add(write.High).Add(write.Low).Add(look.High).Add(look.Low);
        }

        foreach (Operation part in parts.Where(part => part.Object >= 0))
        {
            if (part.Kind == OperationKind.Read)
                reads[part.Object] = reads[part.Object].Plus(happened);
            else
                (lastWrites[part.Object], reads[part.Object]) = (happened, default);
        }

        return happened;
    }
}
