using System.Text;
using Axfl.Contracts;

namespace Axfl.Cli.Hosting;

/// <summary>A writer for people through which no text of others acts on the terminal: everything that is written is cleaned (<see cref="ShownText"/>).</summary>
/// <remarks>What is drawn (colours, tables, a progress bar) goes to the terminal directly; its texts are cleaned before.</remarks>
internal sealed class CleanWriter : TextWriter
{
    private CleanWriter(TextWriter inner)
    {
        Inner = inner;
        CoreNewLine = inner.NewLine.ToCharArray();
    }

    /// <summary>The terminal itself, for what is drawn.</summary>
    public TextWriter Inner { get; }

    /// <inheritdoc/>
    public override Encoding Encoding => Inner.Encoding;

    /// <summary>A clean writer over another; one that is clean stays as it is.</summary>
    public static CleanWriter Over(TextWriter writer) => writer as CleanWriter ?? new CleanWriter(writer);

    /// <summary>The writer behind a clean one; any other as it is.</summary>
    public static TextWriter Behind(TextWriter writer) => writer is CleanWriter clean ? clean.Inner : writer;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (value is >= ' ' and < (char)0x7f or '\n' or '\r' or '\t') Inner.Write(value);
        else Write(value.ToString());
    }

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (ShownText.IsClean(buffer)) Inner.Write(buffer);
        else Inner.Write(ShownText.Clean(buffer.ToString()));
    }

    /// <inheritdoc/>
    public override void Write(string? value) => Inner.Write(ShownText.Clean(value));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => Inner.WriteLine(ShownText.Clean(value));

    /// <inheritdoc/>
    public override void Flush() => Inner.Flush();
}
