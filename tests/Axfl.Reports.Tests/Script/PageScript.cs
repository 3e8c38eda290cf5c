using System.IO.Compression;
using System.Text.Json;
using Axfl.Reports.Page;
using Jint;

namespace Axfl.Reports.Tests.Script;

/// <summary>The part of the page that computes, in an interpreter without a page, over the data of a report.</summary>
internal sealed class PageScript : IDisposable
{
    private readonly Jint.Engine _engine = new(o => o.Strict());

    public PageScript()
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream("compute.js")!;
        using var reader = new StreamReader(stream);
        _engine.Execute(reader.ReadToEnd());
    }

    /// <summary>With D, the data element; T, its trades; F, its refusals; all, the places of all trades; days.</summary>
    public PageScript(ReportText report)
        : this()
    {
        Set("text", report.Data.GetRawText());
        _engine.Execute("const D = JSON.parse(text), days = Axfl.sumUp(D.days), names = D.symbols.map(s => s.name);");
        _engine.Execute($"const T = Axfl.rows(Axfl.columns({Bytes(report.Data.GetProperty("trades").GetString()!)}), D.symbols), F = Axfl.rows(Axfl.columns({Bytes(report.Data.GetProperty("refusals").GetString()!)}), D.symbols);");
        _engine.Execute("const all = Array.from(T.r, (_, i) => i);");
    }

    public void Dispose() => _engine.Dispose();

    public void Set(string name, object value) => _engine.SetValue(name, value);

    public void Run(string script) => _engine.Execute(script);

    /// <summary>The value of an expression, by way of JSON.</summary>
    public JsonElement Of(string expression) => JsonDocument.Parse(_engine.Evaluate($"JSON.stringify({expression})").AsString()).RootElement;

    /// <summary>An expression that gives the inflated bytes of a packed text.</summary>
    public string Bytes(string packed)
    {
        using var gzip = new GZipStream(new MemoryStream(Convert.FromBase64String(packed)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        gzip.CopyTo(bytes);
        var name = "raw" + Guid.NewGuid().ToString("N");
        Set(name, bytes.ToArray());
        return $"new Uint8Array({name})";
    }
}
