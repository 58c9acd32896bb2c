using System.Diagnostics.CodeAnalysis;

namespace TwoDoors.Sim.Explore.Threads;

/// <content>Expressions, and what all parts use.</content>
internal sealed partial class ThreadCompiler
{
    private static readonly string[][] Levels = [["||"], ["&&"], ["==", "!=", "<", "<=", ">", ">="], ["+", "-"],
        ["*", "/", "%"]];

    /// <summary>An expression.</summary>
    /// <returns>The register that holds its value.</returns>
    private int Value(int level = 0)
    {
        if (level == Levels.Length)
            return Unary();
        int left = Value(level + 1);
        while (Here.Kind == TokenKind.Symbol && Levels[level].Contains(Here.Text))
        {
            string sign = Take().Text;
            left = level < 2 ? Shortened(sign, left, level) : Combined(sign, left, Value(level + 1));
        }

        return left;
    }

    /// <summary>The right side is looked at only where the left one does not decide.</summary>
    private int Shortened(string sign, int left, int level)
    {
        int result = Temporary();
        Truth(result, left);
        int decided = Emit(new Instruction(sign == "&&" ? OpCode.JumpIfZero : OpCode.JumpUnlessZero, result));
        Truth(result, Value(level + 1));
        code[decided] = code[decided] with { B = code.Count };
        return result;
    }

    private void Truth(int result, int value)
    {
        int zero = Constant(0);
        Emit(new Instruction(OpCode.Differ, result, value, zero));
    }

    private int Combined(string sign, int left, int right)
    {
        int result = Temporary();
        Emit(sign switch
        {
            "+" => new Instruction(OpCode.Add, result, left, right),
            "-" => new Instruction(OpCode.Subtract, result, left, right),
            "*" => new Instruction(OpCode.Multiply, result, left, right),
            "/" => new Instruction(OpCode.Divide, result, left, right),
            "%" => new Instruction(OpCode.Remainder, result, left, right),
            "==" => new Instruction(OpCode.Equal, result, left, right),
            "!=" => new Instruction(OpCode.Differ, result, left, right),
            "<" => new Instruction(OpCode.Less, result, left, right),
            "<=" => new Instruction(OpCode.AtMost, result, left, right),
            ">" => new Instruction(OpCode.Less, result, right, left),
            _ => new Instruction(OpCode.AtMost, result, right, left),
        });
        return result;
    }

    private int Unary()
    {
        Token first = Take();
        switch (first)
        {
            case { Kind: TokenKind.Number }:
                return Constant(first.Number);
            case { Text: "-", Kind: TokenKind.Symbol }:
                return Combined("-", Constant(0), Unary());
            case { Text: "!", Kind: TokenKind.Symbol }:
                return Combined("==", Unary(), Constant(0));
            case { Text: "(", Kind: TokenKind.Symbol }:
                int inner = Value();
                Expect(")");
                return inner;
            case { Text: "cas" or "fetch_add", Kind: TokenKind.Name } when Is("("):
                return AtomicCall(first);
            case { Kind: TokenKind.Name }:
                SharedObject? shared = names.Variable(first.Text);
                if (names.IsMutex(first.Text))
                    throw Wrong(first, $"{first.Text} is a mutex: it has no value");
                int place = Index(ref shared);
                return Load(first, shared, place);
            default:
                throw Wrong(first, $"expected a value, found {first.Shown}");
        }
    }

    private int AtomicCall(Token call)
    {
        Look(call);
        Expect("(");
        Token name = Take();
        SharedObject? shared = names.Variable(name.Text)
            ?? throw Wrong(name, $"expected a variable, found {name.Shown}{names.NearestVariable(name.Text)}");
        int index = Index(ref shared);
        Expect(",");
        int first = Value();
        int second = 0;
        if (call.Text == "cas")
        {
            Expect(",");
            second = Value();
        }

        Expect(")");
        int result = Temporary();
        OpCode kind = call.Text == "cas" ? OpCode.CompareAndSwap : OpCode.FetchAndAdd;
        Touch(new Instruction(kind, result, shared.First, index, first, second, shared.Initial.Count));
        return result;
    }

    private int Load(Token name, SharedObject? shared, int index)
    {
        if (shared is null)
        {
            Look(name);
            return Named(name.Text);
        }

        int result = Temporary();
        Touch(new Instruction(OpCode.Read, result, shared.First, index, Length: shared.Initial.Count));
        return result;
    }

    private (SharedObject Mutex, int Index) Mutex()
    {
        Token name = Take();
        SharedObject? mutex = names.Mutex(name.Text)
            ?? throw Wrong(name, $"expected a mutex, found {name.Shown}{names.NearestMutex(name.Text)}");
        int index = Index(ref mutex);
        return (mutex, index);
    }

    private void Event(Token at, OpCode kind, (SharedObject Mutex, int Index) what)
    {
        if (block is not null)
            throw Wrong(at, $"{at.Text} cannot stand in an atomic block");
        Emit(new Instruction(kind, 0, what.Mutex.First, what.Index, Length: what.Mutex.Initial.Count));
    }

    /// <summary>The index of an array, if this is one. A number is looked up at once: the object becomes that place
    /// of it.</summary>
    /// <returns>The register of the index, or -1.</returns>
    private int Index([NotNullIfNotNull(nameof(shared))] ref SharedObject? shared)
    {
        if (shared is not { IsArray: true })
            return -1;
        Expect("[");
        Token number = Here;
        int before = code.Count;
        int index = Value();
        Expect("]");
        if (number.Kind != TokenKind.Number || code.Count != before + 1)
            return index;
        if (number.Number >= shared.Initial.Count)
            throw Wrong(number, $"{shared.Name} has {shared.Initial.Count} places, from 0");
        code.RemoveAt(before);
        shared = shared with { First = shared.First + number.Number, Initial = [shared.Initial[number.Number]] };
        return -1;
    }

    /// <summary>An access of a variable; in an atomic block, what the block may touch grows.</summary>
    private void Touch(in Instruction access)
    {
        Emit(access);
        OperationKind kind = access.Code == OpCode.Read ? OperationKind.Read : OperationKind.Write;
        int last = access.C < 0 ? access.B : access.B + access.Length - 1;
        for (int slot = access.B; block is not null && slot <= last; slot++)
            block.Add(new Operation(slot, kind));
    }

    private int Constant(int value)
    {
        int result = Temporary();
        Emit(new Instruction(OpCode.Constant, result, value));
        return result;
    }

    private int Named(string name)
    {
        int known = registers.IndexOf(name);
        if (known >= 0)
            return known;
        registers.Add(name);
        return registers.Count - 1;
    }

    private int Temporary()
    {
        int register = registers.Count;
        if (free.Count > 0)
        {
            register = free[^1];
            free.RemoveAt(free.Count - 1);
        }
        else
        {
            registers.Add("");
        }

        inUse.Add(register);
        return register;
    }

    /// <summary>A statement has ended: its values in between are not needed any more.</summary>
    /// <param name="before">How many were in use when it began: those of the statements around it.</param>
    private void Free(int before)
    {
        for (int i = inUse.Count - 1; i >= before; i--)
            free.Add(inUse[i]);
        inUse.RemoveRange(before, inUse.Count - before);
    }

    private int Emit(in Instruction instruction)
    {
        code.Add(instruction);
        return code.Count - 1;
    }

    private int JumpIfZero(int register) => Emit(new Instruction(OpCode.JumpIfZero, register));

    private void Land(int jump) => code[jump] = code[jump].Code == OpCode.Jump
        ? code[jump] with { A = code.Count }
        : code[jump] with { B = code.Count };

    private Token Take() => Here.Kind == TokenKind.End ? Here : tokens[position++];

    private bool Is(string symbol) => Here.Kind == TokenKind.Symbol && Here.Text == symbol;

    private bool IsName(string name) => Here.Kind == TokenKind.Name && Here.Text == name;

    private void Expect(string symbol)
    {
        if (!Is(symbol))
            throw Wrong(Here, $"expected '{symbol}', found {Here.Shown}");
        position++;
    }

    private static ProgramException Wrong(Token at, string message) => new(at.Line, at.Column, message);
}
