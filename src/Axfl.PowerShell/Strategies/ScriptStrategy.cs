using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using Axfl.Contracts;

namespace Axfl.PowerShell.Strategies;

/// <summary>A strategy written as a script block: called with $bar, $desk, $parameters and $state at the close of each bar of its symbol.</summary>
internal sealed class ScriptStrategy : IStrategy
{
    private readonly string _name;
    private readonly ScriptBlockAst _source;
    private readonly ScriptRunspace _runspace;
    private readonly ScriptDesk _desk;
    private readonly PSVariable _bar = new("bar");
    private readonly List<PSVariable> _variables;
    private readonly object?[] _arguments;
    private ScriptBlock? _script;

    /// <param name="name">Name of the strategy, for errors.</param>
    /// <param name="source">The script block as the user wrote it: errors name its file and line.</param>
    /// <param name="setup">Its slot.</param>
    /// <param name="runspace">Where it runs.</param>
    public ScriptStrategy(string name, ScriptBlockAst source, StrategySetup setup, ScriptRunspace runspace)
    {
        _name = name;
        _source = source;
        _runspace = runspace;
        var parameters = new ScriptParameters(name, setup.Values);
        _desk = new ScriptDesk(setup, parameters, ScriptIndicatorNames.AreUsed(source));
        var state = new Hashtable(StringComparer.OrdinalIgnoreCase);
        var desk = runspace.IsConstrained ? ConstrainedDesk.Of(_desk) : (object)_desk;
        _variables = [_bar, new PSVariable("desk", desk), new PSVariable("parameters", parameters), new PSVariable("state", state)];
        _arguments = [null, desk, parameters, state];
    }

    /// <inheritdoc/>
    public void OnBar(in Bar bar, IOrderDesk desk)
    {
        _desk.Open(desk, bar);
        try
        {
            _script ??= _runspace.Compile(_source);
            object given = bar;
            _bar.Value = _arguments[0] = given;
            _runspace.Call(_script, _variables, _arguments);
            // A copy was changed, not the bar that is traded on: whoever does that expects something of it.
            if (!bar.Equals((Bar)given)) throw new PSInvalidOperationException("$bar is read-only, and the script block changes it");
            if (_desk.Unknown is { } unknown) throw new PropertyNotFoundException(unknown);
        }
        catch (FlowControlException e)
        {
            // exit, or a break or continue without a loop: on the way up it would end the script that started the run.
            throw Failed(bar, $"'{WordOf(e)}' leaves the script block; 'return' ends the work on a bar", null, e);
        }
        catch (OperationCanceledException e)
        {
            throw new OperationCanceledException($"Strategy '{_name}' was interrupted within its call at {_desk.Symbol} {EventTime.ToIso(bar.Time)}: the run was asked to stop.", e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw Failed(bar, e.Message, (e as IContainsErrorRecord)?.ErrorRecord?.InvocationInfo, e);
        }
        finally
        {
            _desk.Close();
        }
    }

    private AxflException Failed(in Bar bar, string what, InvocationInfo? place, Exception cause)
    {
        var file = place?.ScriptName is { Length: > 0 } script ? script : _source.Extent.File;
        var line = place?.ScriptLineNumber is > 0 and var number ? number : _source.Extent.StartLineNumber;
        var position = place?.PositionMessage is { Length: > 0 } text ? Environment.NewLine + text : file is null ? "" : $" ({file}:{line})";
        return new AxflException(
            "StrategyScriptFailed", ErrorKind.Configuration,
            string.Create(CultureInfo.InvariantCulture, $"Strategy '{_name}' failed at {_desk.Symbol} {EventTime.ToIso(bar.Time)}: {what}{position}"), cause)
        {
            Target = file ?? _name,
            Line = line,
            RecommendedAction = "Correct the script block and register it again with Register-AxflStrategy -Force.",
        };
    }

    private static string WordOf(FlowControlException flow) => flow.GetType().Name.Replace("Exception", "", StringComparison.Ordinal).ToLowerInvariant();
}
