using TwoDoors.Model.Claims;

namespace TwoDoors.Sim.Explore.Resume;

/// <summary>Writes the state of an exploration as bytes that <see cref="StateReader"/> reads in the same order. They
/// carry no names: only the same program reads them.</summary>
internal sealed class StateWriter : IDisposable
{
    private readonly MemoryStream bytes = new();
    private readonly BinaryWriter writer;

    public StateWriter() => writer = new BinaryWriter(bytes);

    public void Dispose()
    {
        writer.Dispose();
        bytes.Dispose();
    }

    public byte[] ToArray()
    {
        writer.Flush();
        return bytes.ToArray();
    }

    public void Number(long value) => writer.Write7BitEncodedInt64(value);

    public void Fraction(double value) => writer.Write(value);

    public void Flag(bool value) => writer.Write(value);

    public void Text(string value) => writer.Write(value);

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        writer.Write(value);
    }

    public void Hash(in Fingerprint value)
    {
        writer.Write(value.High);
        writer.Write(value.Low);
    }

    public void Numbers(IReadOnlyCollection<int> values) => All(values, value => Number(value));

    /// <summary>How many there are, and each.</summary>
    public void All<T>(IReadOnlyCollection<T> values, Action<T> write)
    {
        Number(values.Count);
        foreach (T value in values)
            write(value);
    }
}
