using Axfl.Configuration;
using Axfl.Configuration.Plan;
using Axfl.Contracts;
using Axfl.Data.Disk;
using Axfl.Runs.Files;

namespace Axfl.Runs.Journal;

/// <summary>The plan a journal was made with: plan.yaml beside it.</summary>
internal static class JournalPlan
{
    /// <summary>Loads it and holds it against the journal's first line.</summary>
    /// <param name="directory">Run directory.</param>
    /// <param name="start">The journal's first line.</param>
    /// <param name="strategies">Strategies at hand.</param>
    /// <param name="request">Its sessions file, profile and overrides are not looked at.</param>
    /// <exception cref="AxflException">The plan is missing or was changed (<c>JournalPlanChanged</c>).</exception>
    public static RunPlan Load(string directory, JournalStart start, IReadOnlyList<StrategyDefinition> strategies, RunRequest request)
    {
        var path = Path.Combine(directory, RunFiles.Plan);
        if (!File.Exists(path) || JournalStart.HashOf(InputErrors.Guard(path, () => System.Text.Encoding.UTF8.GetString(RegularFile.ReadAll(path, RunFiles.MostBytes)))) != start.PlanHash)
        {
            throw new AxflException("JournalPlanChanged", ErrorKind.Configuration,
                $"{path} is not the plan the run was started with: bring the original back. A changed plan needs a new run.") { Target = path };
        }

        var plan = SessionsLoader.Load(new RunRequest
        {
            Mode = request.Mode,
            SessionsPath = path,
            Profile = start.Profile,
            WorkingDirectory = request.WorkingDirectory,
            StrategyAssemblies = request.StrategyAssemblies,
            Strategies = request.Strategies,
        }, strategies);
        if (start.CalendarHash is { } calendars && plan.NewsFiles.Hash != calendars)
        {
            throw new AxflException("JournalPlanChanged", ErrorKind.Configuration,
                $"The news calendars beside {path} are not those the run was started with: bring the originals back. A changed calendar goes to the file that the run was started with.") { Target = path };
        }

        return plan with { Engine = plan.Engine with { Since = start.Since } };
    }
}
