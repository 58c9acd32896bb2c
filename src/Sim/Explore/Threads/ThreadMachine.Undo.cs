using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore.Threads;

/// <content>Undoing steps, and hashing.</content>
public sealed partial class ThreadMachine
{
    private bool keepsUndo;
    private int[] undoSlots = new int[256];
    private int[] undoValues = new int[256];
    private int[] marks = new int[64];
    private int undoCount;

    /// <summary>True while steps can be undone. It costs a little with each step.</summary>
    public bool KeepsUndo
    {
        get => keepsUndo;
        set
        {
            keepsUndo = value;
            Reset();
        }
    }

    /// <summary>Undoes the last step.</summary>
    /// <remarks>The last operation is not restored.</remarks>
    public void Undo()
    {
        Steps--;
        int end = marks[Steps];
        while (undoCount > end)
        {
            undoCount--;
            state[undoSlots[undoCount]] = undoValues[undoCount];
        }

        if (Steps < failedAt)
            Failure = startFailure;
        FindRunnable(last: -1);
    }

    /// <summary>Equal for equal states: what follows is then equal too.</summary>
    public Fingerprint StateFingerprint()
    {
        Fingerprint sum = Fingerprint.Empty;
        for (int i = FirstSlot; i < state.Length; i++)
            sum = sum.Add((long)state[i]);
        return sum;
    }

    /// <summary>The whole state: shared slots, then what the threads are about.</summary>
    internal ReadOnlySpan<int> State => state.AsSpan(FirstSlot);

    /// <summary>Goes to a state that <see cref="State"/> showed; steps cannot be undone past it.</summary>
    internal void Load(ReadOnlySpan<int> saved)
    {
        saved.CopyTo(state.AsSpan(FirstSlot));
        Steps = 0;
        undoCount = 0;
        Failure = startFailure;
        FindRunnable(last: -1);
    }

    private void Mark()
    {
        if (Steps == marks.Length)
            Array.Resize(ref marks, marks.Length * 2);
        marks[Steps] = undoCount;
    }

    private void Keep(int slot)
    {
        if (undoCount == undoSlots.Length)
        {
            Array.Resize(ref undoSlots, undoCount * 2);
            Array.Resize(ref undoValues, undoCount * 2);
        }

        undoSlots[undoCount] = slot;
        undoValues[undoCount++] = state[slot];
    }
}
