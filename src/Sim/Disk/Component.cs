using System.Numerics;
using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Disk;

/// <summary>Pending atoms that depend on each other, directly or through an inode that they share, with all their
/// ideals: the sets of them that a crash may leave. What different components keep is independent, so a crash state is
/// one ideal of each, and its fingerprint is their sum.</summary>
/// <remarks>A new atom is needed by none, so it adds to the ideals those that contain what it needs, each with the
/// atom: ideals are extended and never made again.</remarks>
internal sealed class Component
{
    /// <summary>More ideals than this are not kept: crash states are sampled then.</summary>
    private const int CountMax = 1 << 17;

    private int[] atoms = new int[16];
    private Inode[] inodes = new Inode[4];
    private InodeState[] states = new InodeState[64];
    private ulong[] chosen = new ulong[16];
    private ulong[] needs = new ulong[1];
    private int[] sizes = new int[16];
    private int words = 1;

    /// <summary>Atoms, with those that became durable since.</summary>
    public int Members { get; private set; }

    /// <summary>Inodes that its atoms change or name.</summary>
    public int InodeCount { get; private set; }

    /// <summary>Ideals.</summary>
    public int Count { get; private set; }

    /// <summary>True when there are too many ideals to keep.</summary>
    public bool IsExploded { get; private set; }

    /// <summary>True when members became durable since the last filtering.</summary>
    public bool IsStale { get; set; }

    /// <summary>The newest atom.</summary>
    public int Newest { get; private set; }

    /// <summary>For each ideal, what it adds to the fingerprint beyond the settled states of the inodes.</summary>
    public Fingerprint[] Sums { get; private set; } = new Fingerprint[16];

    /// <summary>For each ideal, its newest atom.</summary>
    public int[] NewestOf { get; private set; } = new int[16];

    /// <summary>The states that the ideals lead to.</summary>
    public Outcomes Outcomes { get; } = new();

    public void Begin()
    {
        Members = 0;
        InodeCount = 0;
        words = 1;
        Count = 1;
        IsExploded = false;
        IsStale = false;
        Newest = -1;
        Sums[0] = default;
        NewestOf[0] = -1;
        sizes[0] = 0;
        chosen[0] = 0;
        Outcomes.Forget();
    }

    /// <summary>Members that the ideal contains.</summary>
    public int SizeOf(int ideal) => sizes[ideal];

    public bool Contains(int ideal, int position) =>
        (chosen[(ideal * words) + (position >> 6)] >> (position & 63) & 1) != 0;

    public int AtomAt(int position) => atoms[position];

    /// <summary>Takes in an inode that belongs to no component.</summary>
    public void Join(Inode inode)
    {
        if (InodeCount == inodes.Length)
            Widen();
        inode.Component = this;
        inode.Slot = InodeCount;
        for (int ideal = 0; ideal < Count; ideal++)
            states[(ideal * inodes.Length) + InodeCount] = inode.Settled;
        inodes[InodeCount++] = inode;
    }

    /// <summary>Takes in another component: every ideal of the one goes with every ideal of the other.</summary>
    public void Join(Component other, PendingLog log)
    {
        int shift = Members;
        for (int position = 0; position < other.Members; position++)
            Place(log, other.atoms[position]);
        while (InodeCount + other.InodeCount > inodes.Length)
            Widen();
        int firstSlot = InodeCount;
        for (int slot = 0; slot < other.InodeCount; slot++)
        {
            inodes[InodeCount] = other.inodes[slot];
            inodes[InodeCount].Component = this;
            inodes[InodeCount].Slot = InodeCount++;
        }

        Newest = Math.Max(Newest, other.Newest);
        IsStale |= other.IsStale;
        Outcomes.Forget();
        IsExploded |= other.IsExploded || (long)Count * other.Count > CountMax;
        if (IsExploded)
            return;
        int own = Count;
        Reserve(own * other.Count);
        for (int theirs = other.Count - 1; theirs >= 0; theirs--)
        {
            for (int ideal = 0; ideal < own; ideal++)
                Combine(ideal, other, theirs, (theirs * own) + ideal, shift, firstSlot);
        }

        Count = own * other.Count;
    }

    /// <summary>Takes in the newest atom.</summary>
    public void Extend(PendingLog log, int atom)
    {
        int position = Place(log, atom);
        Newest = atom;
        Outcomes.Forget();
        if (IsExploded || (!log.Atoms[atom].Durable && Count * 2 > CountMax))
        {
            IsExploded = true;
            return;
        }

        if (log.Atoms[atom].Durable)
        {
            for (int ideal = 0; ideal < Count; ideal++)
                Add(log, ideal, position, atom);
            return;
        }

        FindNeeds(log, atom);
        Reserve(Count * 2);
        int before = Count;
        for (int ideal = 0; ideal < before; ideal++)
        {
            if (!HasNeeds(ideal))
                continue;
            Copy(ideal, Count);
            Add(log, Count++, position, atom);
        }
    }

    /// <summary>Drops ideals that lack what is durable.</summary>
    /// <returns>How many members are still pending.</returns>
    public int Filter(PendingLog log)
    {
        IsStale = false;
        Array.Clear(needs, 0, words);
        int pending = 0;
        for (int position = 0; position < Members; position++)
        {
            if (log.Atoms[atoms[position]].Durable)
                needs[position >> 6] |= 1UL << (position & 63);
            else
                pending++;
        }

        if (IsExploded)
            return pending;
        int kept = 0;
        for (int ideal = 0; ideal < Count; ideal++)
        {
            if (!HasNeeds(ideal))
                continue;
            if (kept != ideal)
                Copy(ideal, kept);
            kept++;
        }

        Count = kept;
        Outcomes.Forget();
        return pending;
    }

    /// <summary>Nothing is pending: the inodes stay as the only ideal has them.</summary>
    public Fingerprint Settle()
    {
        for (int slot = 0; slot < InodeCount; slot++)
        {
            inodes[slot].Settled = states[slot];
            inodes[slot].Component = null;
        }

        return Sums[0];
    }

    private int Place(PendingLog log, int atom)
    {
        if (Members == atoms.Length)
            Array.Resize(ref atoms, atoms.Length * 2);
        if (Members == words * 64)
            Lengthen();
        atoms[Members] = atom;
        log.Atoms[atom].Component = this;
        log.Atoms[atom].Position = Members;
        return Members++;
    }

    private void FindNeeds(PendingLog log, int atom)
    {
        Array.Clear(needs, 0, words);
        foreach (int need in log.NeedsOf(atom))
        {
            if (log.Atoms[need].Component != this || log.Atoms[need].Durable)
                continue;
            int position = log.Atoms[need].Position;
            needs[position >> 6] |= 1UL << (position & 63);
        }
    }

    private bool HasNeeds(int ideal)
    {
        if (words == 1)
            return (chosen[ideal] & needs[0]) == needs[0];
        for (int word = 0; word < words; word++)
        {
            if ((chosen[(ideal * words) + word] & needs[word]) != needs[word])
                return false;
        }

        return true;
    }

    private void Copy(int from, int to)
    {
        Sums[to] = Sums[from];
        NewestOf[to] = NewestOf[from];
        sizes[to] = sizes[from];
        for (int word = 0; word < words; word++)
            chosen[(to * words) + word] = chosen[(from * words) + word];
        int room = inodes.Length;
        states.AsSpan(from * room, InodeCount).CopyTo(states.AsSpan(to * room));
    }

    private void Combine(int ideal, Component other, int theirs, int to, int shift, int firstSlot)
    {
        if (to != ideal)
            Copy(ideal, to);
        Sums[to] = Sums[ideal].Plus(other.Sums[theirs]);
        NewestOf[to] = Math.Max(NewestOf[ideal], other.NewestOf[theirs]);
        sizes[to] = sizes[ideal] + other.sizes[theirs];
        for (int position = 0; position < other.Members; position++)
        {
            if (other.Contains(theirs, position))
                chosen[(to * words) + ((shift + position) >> 6)] |= 1UL << ((shift + position) & 63);
        }

        other.states.AsSpan(theirs * other.inodes.Length, other.InodeCount)
            .CopyTo(states.AsSpan((to * inodes.Length) + firstSlot));
    }

    /// <summary>Adds an atom to an ideal.</summary>
    private void Add(PendingLog log, int ideal, int position, int atom)
    {
        chosen[(ideal * words) + (position >> 6)] |= 1UL << (position & 63);
        sizes[ideal]++;
        NewestOf[ideal] = atom;
        int first = log.Atoms[atom].FirstChange;
        int end = first + log.Atoms[atom].ChangeCount;
        Fingerprint sum = Sums[ideal];
        for (int index = first; index < end; index++)
        {
            ref readonly Change change = ref log.Changes[index];
            switch (change.Kind)
            {
                case ChangeKind.Entry:
                    if (change.Before is not null)
                        sum = Rename(sum, ideal, change.Before, default(Fingerprint).Minus(change.Name!.Mark), -1);
                    if (change.After is not null)
                        sum = Rename(sum, ideal, change.After, change.Name!.Mark, 1);
                    break;
                case ChangeKind.Attributes:
                    ref InodeState state = ref StateOf(ideal, change.Inode);
                    sum = sum.Minus(state.Term());
                    state.Attributes = change.Attributes.Hash(change.Inode.Kind, change.Inode.VisibleNumber);
                    sum = sum.Plus(state.Term());
                    break;
                case ChangeKind.Sector or ChangeKind.Length:
                    bool more = index + 1 < end && log.Changes[index + 1].Inode == change.Inode;
                    if (!more)
                        sum = Rewrite(sum, log, ideal, change.Inode, atom);
                    break;
                default:
                    break;
            }
        }

        Sums[ideal] = sum;
    }

    private Fingerprint Rename(in Fingerprint sum, int ideal, Inode inode, in Fingerprint mark, int names)
    {
        ref InodeState state = ref StateOf(ideal, inode);
        Fingerprint before = state.Term();
        state.Names = state.Names.Plus(mark);
        state.NameCount += names;
        return sum.Minus(before).Plus(state.Term());
    }

    private Fingerprint Rewrite(in Fingerprint sum, PendingLog log, int ideal, Inode file, int newest)
    {
        foreach (int index in file.Sectors.Changes)
        {
            int atom = log.Changes[index].Atom;
            ref Atom of = ref log.Atoms[atom];
            of.In = atom <= newest && (of.Durable || (of.Component == this && Contains(ideal, of.Position)));
        }

        ref InodeState state = ref StateOf(ideal, file);
        Fingerprint before = state.Term();
        state.Content = Contents.Of(log, file);
        return sum.Minus(before).Plus(state.Term());
    }

    private ref InodeState StateOf(int ideal, Inode inode) => ref states[(ideal * inodes.Length) + inode.Slot];

    /// <summary>Room for so many ideals.</summary>
    private void Reserve(int count)
    {
        if (count > sizes.Length)
        {
            int larger = (int)BitOperations.RoundUpToPowerOf2((uint)count);
            Fingerprint[] sums = Sums;
            int[] newest = NewestOf;
            Array.Resize(ref sums, larger);
            Array.Resize(ref newest, larger);
            Array.Resize(ref sizes, larger);
            Sums = sums;
            NewestOf = newest;
        }

        if (count * words > chosen.Length)
            Array.Resize(ref chosen, (int)BitOperations.RoundUpToPowerOf2((uint)(count * words)));
        if (count * inodes.Length > states.Length)
            Array.Resize(ref states, (int)BitOperations.RoundUpToPowerOf2((uint)(count * inodes.Length)));
    }

    /// <summary>Room for more inodes in each ideal.</summary>
    private void Widen()
    {
        int before = inodes.Length;
        Array.Resize(ref inodes, before * 2);
        if (Count * inodes.Length > states.Length)
            Array.Resize(ref states, (int)BitOperations.RoundUpToPowerOf2((uint)(Count * inodes.Length)));
        for (int ideal = Count - 1; ideal > 0; ideal--)
        {
            Span<InodeState> from = states.AsSpan(ideal * before, InodeCount);
            from.CopyTo(states.AsSpan(ideal * inodes.Length));
        }
    }

    /// <summary>Another word of members in each ideal.</summary>
    private void Lengthen()
    {
        int before = words++;
        int room = (int)BitOperations.RoundUpToPowerOf2((uint)(Count * words));
        ulong[] longer = new ulong[Math.Max(chosen.Length, room)];
        for (int ideal = 0; ideal < Count; ideal++)
            chosen.AsSpan(ideal * before, before).CopyTo(longer.AsSpan(ideal * words));
        chosen = longer;
        Array.Resize(ref needs, Math.Max(needs.Length, words));
    }
}
