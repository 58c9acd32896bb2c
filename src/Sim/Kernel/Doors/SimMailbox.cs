using System.Runtime.CompilerServices;
using TwoDoors.Model.Claims;
using TwoDoors.Model.World;

namespace TwoDoors.Sim.Kernel.Doors;

/// <summary>Letters between the activities of the protocol's process. To post is no step of its own: it is done in the
/// step that decided on it, so the order of letters is the order of these steps.</summary>
internal sealed class SimMailbox<TKind>(KernelDoors kernel, string name) : IMailbox<TKind>, IHashed
    where TKind : struct, Enum
{
    private readonly Queue<Letter<TKind>> letters = new();

    public void Post(Letter<TKind> letter) => letters.Enqueue(letter);

    public async ValueTask<Letter<TKind>?> Take(TimeSpan? until = null)
    {
        await kernel.Call("take a letter to", name, () => letters.Count > 0, until);
        Letter<TKind>? taken = letters.Count > 0 ? letters.Dequeue() : null;
        return kernel.Answer(taken);
    }

    public Fingerprint AddTo(Fingerprint sum)
    {
        sum = sum.Add((long)letters.Count);
        foreach (Letter<TKind> letter in letters)
            sum = sum.Add(Number(letter.Kind)).Add(letter.Number).AddBlocks(letter.Text.Bytes);
        return sum;
    }

    private static long Number(TKind kind) => Unsafe.As<TKind, int>(ref kind);
}
