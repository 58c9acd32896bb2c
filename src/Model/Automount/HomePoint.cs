namespace TwoDoors.Model.Automount;

/// <summary>Named points of the making of a real directory.</summary>
public enum HomePoint
{
    /// <summary>It is whole and durable, under a name of its own.</summary>
    Built,

    /// <summary>It has its name, which need not be durable.</summary>
    Named,
}
