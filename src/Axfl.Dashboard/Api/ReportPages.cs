using System.Net;
using System.Text;
using Axfl.Dashboard.Http;

namespace Axfl.Dashboard.Api;

/// <summary>Reports of runs, made when they are asked for, one at a time.</summary>
/// <param name="make">Makes the report of a run directory.</param>
internal sealed class ReportPages(Func<string, CancellationToken, byte[]> make)
{
    private const int LongestHead = 4096;
    private const string Meta = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

    private readonly object _one = new();

    /// <summary>The report as a page. It brings its own script and style, which its own policy names by their hashes.</summary>
    public async Task<Response> Make(string directory, CancellationToken cancellation)
    {
        var page = await Task.Run(() => MakeAlone(directory, cancellation), cancellation);
        return new Response(200, "text/html; charset=utf-8", page) { Policy = PolicyOf(page) };
    }

    private byte[] MakeAlone(string directory, CancellationToken cancellation)
    {
        lock (_one)
        {
            try
            {
                return make(directory, cancellation);
            }
            finally
            {
                // A run played again takes memory that a dashboard, which stands for days, has no further use for.
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            }
        }
    }

    private static string PolicyOf(byte[] page)
    {
        var head = Encoding.UTF8.GetString(page, 0, Math.Min(page.Length, LongestHead));
        var start = head.IndexOf(Meta, StringComparison.Ordinal);
        var end = start < 0 ? -1 : head.IndexOf('"', start + Meta.Length);
        var policy = end < 0 ? "" : WebUtility.HtmlDecode(head[(start + Meta.Length)..end]);

        // A page without one is given that of the others, under which no script of its own runs.
        return policy.Length == 0 || policy.Any(c => c is < ' ' or > '~') ? Response.PagePolicy : policy.TrimEnd(' ', ';') + "; frame-ancestors 'none'";
    }
}
