using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Axfl.Reports.Tests.Browser;

/// <summary>A report as somebody reads it.</summary>
public sealed class OpenPage : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _requests = new();

    internal OpenPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) => { if (message.Type is "error" or "warning") _errors.Enqueue(message.Text); };
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Dialog += (_, dialog) => _errors.Enqueue("dialog: " + dialog.Message);
        page.Request += (_, request) => _requests.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Errors and violations of the policy so far.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Every address that was asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>Scrolls through the page until every panel is drawn.</summary>
    public async Task DrawAll()
    {
        foreach (var id in await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('section')].map(s => s.id)"))
        {
            await Page.Locator("#" + id).ScrollIntoViewIfNeededAsync();
            await Page.WaitForFunctionAsync("id => { const c = document.querySelector(`#${id} .chart`); return !c || c.hidden || c.firstChild; }", id);
        }

        if (await Page.EvaluateAsync<bool>("() => !!JSON.parse(document.getElementById('data').textContent).bars")) await Page.Locator("#candles canvas").WaitForAsync();
    }

    /// <summary>Name of the first chart of a panel.</summary>
    public Task<string> NameOf(string panel) => Page.Locator($"#{panel} .name").First.InnerTextAsync();

    public Task<string> Number(string name) => Page.Locator($"[data-n={name}]").InnerTextAsync();

    /// <summary>What the canvas of the candle view shows, as a short text.</summary>
    public Task<string> Candles() => Page.EvaluateAsync<string>("() => { const t = document.querySelector('#candles canvas').toDataURL(); let h = 0; for (let i = 0; i < t.length; i++) h = h * 31 + t.charCodeAt(i) | 0; return `${t.length} ${h}`; }");

    public async ValueTask DisposeAsync() => await Page.CloseAsync();
}
