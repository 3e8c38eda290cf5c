namespace Axfl.Testing;

/// <summary>The browser of this machine: Chromium, or Chrome.</summary>
internal static class InstalledChromium
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing = "needs Chromium where it is usually installed, or its path in AXFL_CHROMIUM";

    private static readonly string[] Places =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    /// <summary>Its file; null: there is none.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("AXFL_CHROMIUM") is { Length: > 0 } path ? File.Exists(path) ? path : null : Places.FirstOrDefault(File.Exists);

    /// <summary>Whether there is one.</summary>
    public static bool IsThere => Path is not null;
}
