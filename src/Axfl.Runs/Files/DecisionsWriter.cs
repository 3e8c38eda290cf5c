using Axfl.Contracts;
using Axfl.Engine.Results;

namespace Axfl.Runs.Files;

/// <summary>Writes decisions.jsonl.</summary>
internal sealed class DecisionsWriter(string path) : IDisposable
{
    private readonly LineFile _file = new(path);
    private readonly JsonLine _line = new();

    /// <summary>Adds one decision.</summary>
    public void Append(in DecisionRecord decision)
    {
        var order = decision.Order;
        var digits = decision.Instrument.Digits + 1;
        _line.Restart();
        var json = _line.Writer;
        json.WriteStartObject();
        json.WriteString("time", EventTime.ToIso(decision.Time));
        json.WriteString("symbol", decision.Instrument.Symbol);
        json.WriteString("strategy", decision.Strategy);
        json.WriteString("stage", decision.Stage.Name());
        json.WriteString("result", decision.Result.Name);
        json.WriteString("side", order.Side.Name());
        json.WriteString("type", order.Type.Name());
        json.WriteDecimal("price", order.Price, digits);
        json.WriteDecimal("stop_loss", (double?)order.StopLoss, digits);
        json.WriteDecimal("target", (double?)order.Target, digits);
        json.WriteString("detail", decision.Detail);
        json.WriteEndObject();
        _file.Append(_line.Finish());
    }

    /// <summary>Gives everything to the operating system.</summary>
    public void Flush() => _file.Flush();

    /// <summary>Holds the file against what was written.</summary>
    public void Verify() => _file.Written.Verify();

    /// <inheritdoc/>
    public void Dispose()
    {
        _line.Dispose();
        _file.Dispose();
    }
}
