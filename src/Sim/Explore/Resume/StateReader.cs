using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore.Resume;

/// <summary>Reads what <see cref="StateWriter"/> wrote.</summary>
internal sealed class StateReader(byte[] state) : IDisposable
{
    private readonly BinaryReader reader = new(new MemoryStream(state));

    public void Dispose() => reader.Dispose();

    public long Number() => reader.Read7BitEncodedInt64();

    public int Whole() => (int)Number();

    public double Fraction() => reader.ReadDouble();

    public bool Flag() => reader.ReadBoolean();

    public string Text() => reader.ReadString();

    public byte[] Bytes() => reader.ReadBytes(Whole());

    public Fingerprint Hash()
    {
        ulong high = reader.ReadUInt64();
        return new Fingerprint(high, reader.ReadUInt64());
    }

    public int[] Numbers() => All(Whole);

    /// <summary>What <see cref="StateWriter.All"/> wrote.</summary>
    public T[] All<T>(Func<T> read)
    {
        T[] values = new T[Whole()];
        for (int i = 0; i < values.Length; i++)
            values[i] = read();
        return values;
    }
}
