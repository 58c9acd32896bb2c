using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Disk;

/// <summary>Names in byte order, and what each stands for. Used again after every start of a host, so it keeps its
/// room.</summary>
/// <typeparam name="T">What a name stands for.</typeparam>
public sealed class NameTable<T>
    where T : class
{
    private FilePath[] names = new FilePath[4];
    private ulong[] heads = new ulong[4];
    private T[] items = new T[4];

    /// <summary>How many names.</summary>
    public int Count { get; private set; }

    /// <summary>All names in byte order; valid until the next change.</summary>
    public ReadOnlySpan<FilePath> Keys => names.AsSpan(0, Count);

    /// <summary>What a name that is there stands for.</summary>
    public T Get(FilePath name) => TryGetValue(name, out T? item)
        ? item
        : throw new ArgumentException($"there is no name {name} here: the caller looks it up first", nameof(name));

    /// <summary>The name at a place in the order.</summary>
    public FilePath GetKeyAtIndex(int index) => names[index];

    /// <summary>What the name at a place in the order stands for.</summary>
    public T GetValueAtIndex(int index) => items[index];

    /// <summary>What a name stands for, if it is there.</summary>
    public bool TryGetValue(FilePath name, [NotNullWhen(true)] out T? item)
    {
        int place = Find(name.Bytes);
        item = place < 0 ? null : items[place];
        return place >= 0;
    }

    /// <summary>True for a name that is there.</summary>
    public bool ContainsKey(FilePath name) => Find(name.Bytes) >= 0;

    internal void Add(FilePath name, T item)
    {
        int place = Find(name.Bytes);
        if (place >= 0)
            throw new ArgumentException($"the name {name} is taken: the caller checks that first", nameof(name));
        place = ~place;
        Reserve(Count + 1);
        int after = Count - place;
        if (after > 0)
        {
            Array.Copy(names, place, names, place + 1, after);
            Array.Copy(heads, place, heads, place + 1, after);
            Array.Copy(items, place, items, place + 1, after);
        }

        names[place] = name;
        heads[place] = HeadOf(name.Bytes);
        items[place] = item;
        Count++;
    }

    /// <summary>A name that is there stands for something else from now on.</summary>
    internal void Replace(FilePath name, T item) => items[Find(name.Bytes)] = item;

    /// <summary>Adds a name that is known to come after all others.</summary>
    internal void Append(FilePath name, T item)
    {
        if (Count == names.Length)
            Reserve(Count + 1);
        names[Count] = name;
        heads[Count] = HeadOf(name.Bytes);
        items[Count++] = item;
    }

    internal T? Remove(FilePath name)
    {
        int place = Find(name.Bytes);
        if (place < 0)
            return null;
        T item = items[place];
        Count--;
        int after = Count - place;
        if (after > 0)
        {
            Array.Copy(names, place + 1, names, place, after);
            Array.Copy(heads, place + 1, heads, place, after);
            Array.Copy(items, place + 1, items, place, after);
        }

        return item;
    }

    internal void Clear() => Count = 0;

    /// <summary>The place of a name, or the complement of where it would be.</summary>
    private int Find(ReadOnlySpan<byte> name)
    {
        ulong head = HeadOf(name);
        int low = 0;
        int high = Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >> 1;
            int order = heads[middle].CompareTo(head);
            if (order == 0)
                order = names[middle].Bytes.SequenceCompareTo(name);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    /// <summary>The first bytes of a name as a number that orders as they do: no name holds a NUL.</summary>
    private static ulong HeadOf(ReadOnlySpan<byte> name)
    {
        if (name.Length >= 8)
            return BinaryPrimitives.ReadUInt64BigEndian(name);
        ulong head = 0;
        for (int i = 0; i < name.Length; i++)
            head |= (ulong)name[i] << (56 - (8 * i));
        return head;
    }

    private void Reserve(int count)
    {
        if (count <= names.Length)
            return;
        Array.Resize(ref names, names.Length * 2);
        Array.Resize(ref heads, heads.Length * 2);
        Array.Resize(ref items, items.Length * 2);
    }
}
