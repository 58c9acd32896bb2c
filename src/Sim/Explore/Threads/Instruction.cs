namespace TwoDoors.Sim.Explore.Threads;

/// <summary>What an instruction does.</summary>
public enum OpCode
{
    /// <summary>Register A becomes the number B.</summary>
    Constant,

    /// <summary>Register A becomes register B.</summary>
    Move,

    /// <summary>Register A becomes B + C.</summary>
    Add,

    /// <summary>Register A becomes B - C.</summary>
    Subtract,

    /// <summary>Register A becomes B * C.</summary>
    Multiply,

    /// <summary>Register A becomes B / C; a division by 0 fails.</summary>
    Divide,

    /// <summary>Register A becomes B modulo C, with the sign of B; a division by 0 fails.</summary>
    Remainder,

    /// <summary>Register A becomes 1 if B equals C, else 0.</summary>
    Equal,

    /// <summary>Register A becomes 1 if B differs from C, else 0.</summary>
    Differ,

    /// <summary>Register A becomes 1 if B is less than C, else 0.</summary>
    Less,

    /// <summary>Register A becomes 1 if B is at most C, else 0.</summary>
    AtMost,

    /// <summary>Goes on at instruction A.</summary>
    Jump,

    /// <summary>Goes on at instruction B if register A is 0.</summary>
    JumpIfZero,

    /// <summary>Goes on at instruction B unless register A is 0.</summary>
    JumpUnlessZero,

    /// <summary>Fails with text A: the execution is at its end.</summary>
    Fail,

    /// <summary>The thread ends.</summary>
    End,

    /// <summary>An atomic block ends.</summary>
    AtomicEnd,

    /// <summary>The first instruction that is an event: every one from here on is a step of its own.</summary>
    Read,

    /// <summary>The variable becomes register A.</summary>
    Write,

    /// <summary>If the variable equals register D it becomes register E; register A becomes 1, else 0.</summary>
    CompareAndSwap,

    /// <summary>Register D is added to the variable; register A becomes what it was before.</summary>
    FetchAndAdd,

    /// <summary>Takes the mutex; waits while another thread has it.</summary>
    Lock,

    /// <summary>Gives the mutex back; fails if the thread does not have it.</summary>
    Unlock,

    /// <summary>Thread A can run from now on.</summary>
    Spawn,

    /// <summary>Waits until thread A has ended.</summary>
    Join,

    /// <summary>A step that touches nothing shared.</summary>
    Local,

    /// <summary>Begins a block that is one event; its operation is number A of the thread's blocks.</summary>
    Atomic,
}

/// <summary>One instruction of a thread.</summary>
/// <param name="Code">What it does.</param>
/// <param name="A">A register, a target, a text or a thread, as the code says.</param>
/// <param name="B">A register, a number or a target; of an event: the first slot of the variable or mutex.</param>
/// <param name="C">A register; of an event: the register of the index, or -1 where there is none.</param>
/// <param name="D">A register.</param>
/// <param name="E">A register.</param>
/// <param name="Length">Of an event: how many slots the variable has.</param>
public readonly record struct Instruction(
    OpCode Code, int A = 0, int B = 0, int C = -1, int D = 0, int E = 0, int Length = 1)
{
    /// <summary>True when it is a step of its own, and not a thread's private affair.</summary>
    public bool IsEvent => Code >= OpCode.Read;
}
