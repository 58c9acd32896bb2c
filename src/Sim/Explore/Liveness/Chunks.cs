namespace TwoDoors.Sim.Explore.Liveness;

/// <summary>A list that grows by blocks: a million entries more never move the millions that are there, and no moment
/// needs twice the memory.</summary>
internal sealed class Chunks<T>
    where T : struct
{
    private const int Bits = 16;
    private const int Size = 1 << Bits;

    private readonly List<T[]> blocks = [];
    private T[] last = [];
    private int used = Size;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public ref T this[int index] => ref blocks[index >> Bits][index & (Size - 1)];

    /// <summary>Adds one.</summary>
    public void Add(in T item)
    {
        if (used == Size)
        {
            last = new T[Size];
            blocks.Add(last);
            used = 0;
        }

        last[used++] = item;
        Count++;
    }
}
