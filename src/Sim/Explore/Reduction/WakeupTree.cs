using TwoDoors.Sim.Explore.Threads;

namespace TwoDoors.Sim.Explore.Reduction;

/// <summary>For each state on the current execution the beginnings of executions that are still to be explored from
/// it: an ordered tree each.</summary>
/// <remarks>Source: Abdulla, Aronis, Jonsson, Sagonas, J. ACM 64(4), 2017, section 6. The trees of all states on the
/// way share one pool of nodes.</remarks>
internal sealed class WakeupTree
{
    private const int None = -1;

    private Node[] nodes = new Node[256];
    private int[] roots = new int[64];
    private int free = None;
    private int used;

    /// <summary>Forgets what was to be explored from a depth.</summary>
    public void Clear(int depth)
    {
        if (depth >= roots.Length)
            Array.Resize(ref roots, Math.Max(depth + 1, roots.Length * 2));
        roots[depth] = None;
    }

    /// <summary>The thread that goes first at this depth, or -1 when nothing is laid down.</summary>
    public int First(int depth) => roots[depth] == None ? None : nodes[roots[depth]].Thread;

    /// <summary>The first branch at this depth is taken: what it holds comes one step deeper.</summary>
    public void Descend(int depth)
    {
        Clear(depth + 1);
        int taken = roots[depth];
        roots[depth + 1] = nodes[taken].FirstChild;
        nodes[taken].FirstChild = None;
    }

    /// <summary>A branch that was not laid down is taken.</summary>
    public void Begin(int depth, int thread)
    {
        Clear(depth + 1);
        roots[depth] = NewNode(thread, Operation.None);
    }

    /// <summary>The event with which the first branch at this depth begins turned out to touch this.</summary>
    public void Made(int depth, in Operation operation) => nodes[roots[depth]].Operation = operation;

    /// <summary>The first branch at this depth was explored.</summary>
    public void Done(int depth)
    {
        int gone = roots[depth];
        roots[depth] = nodes[gone].Next;
        nodes[gone].Next = free;
        free = gone;
    }

    /// <summary>Lays down a sequence, unless a branch that is there covers it.</summary>
    /// <param name="depth">Where it begins.</param>
    /// <param name="sequence">Shortened by what the tree has of it already.</param>
    /// <returns>True when the tree grew.</returns>
    public bool Insert(int depth, Reversal sequence)
    {
        int parent = None;
        int branch = roots[depth];
        int before = None;
        while (branch != None)
        {
            ref Node node = ref nodes[branch];
            if (!sequence.MayBegin(node.Thread, node.Operation))
            {
                before = branch;
                branch = node.Next;
                continue;
            }

            sequence.Remove(node.Thread);
            if (node.FirstChild == None || sequence.Count == 0)
                return false;
            parent = branch;
            before = None;
            branch = node.FirstChild;
        }

        Append(depth, parent, before, sequence);
        return true;
    }

    private void Append(int depth, int parent, int before, Reversal sequence)
    {
        for (int i = 0; i < sequence.Count; i++)
        {
            int made = NewNode(sequence[i].Thread, sequence[i].Operation);
            if (before != None)
                nodes[before].Next = made;
            else if (parent != None)
                nodes[parent].FirstChild = made;
            else
                roots[depth] = made;
            parent = made;
            before = None;
        }
    }

    private int NewNode(int thread, in Operation operation)
    {
        int made = free;
        if (made != None)
        {
            free = nodes[made].Next;
        }
        else
        {
            if (used == nodes.Length)
                Array.Resize(ref nodes, used * 2);
            made = used++;
        }

        nodes[made] = new Node { Thread = thread, Operation = operation, FirstChild = None, Next = None };
        return made;
    }

    private struct Node
    {
        public int Thread;
        public Operation Operation;
        public int FirstChild;
        public int Next;
    }
}
