using System.Text;

namespace Axfl.Reports.Page;

/// <summary>HTML as it is written: all text is escaped, and there is no other way to write text.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();

    /// <summary>Markup of the page itself.</summary>
    public Html Raw(string markup)
    {
        _text.Append(markup);
        return this;
    }

    /// <summary>Text, whoever wrote it.</summary>
    public Html Text(string text)
    {
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': _text.Append("&amp;"); break;
                case '<': _text.Append("&lt;"); break;
                case '>': _text.Append("&gt;"); break;
                case '"': _text.Append("&quot;"); break;
                case '\'': _text.Append("&#39;"); break;
                case '\n' or '\t': _text.Append(c); break;
                case < ' ' or '\u007f' or (>= '\u0080' and < '\u00a0') or '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff':
                    // What acts on a terminal, an editor or the direction of writing is shown, not obeyed.
                    _text.Append('\ufffd');
                    break;
                default: _text.Append(c); break;
            }
        }

        return this;
    }

    /// <summary>An element with text.</summary>
    public Html Element(string name, string text) => Raw($"<{name}>").Text(text).Raw($"</{name}>");

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
