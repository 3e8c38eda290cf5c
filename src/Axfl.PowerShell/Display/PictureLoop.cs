namespace Axfl.PowerShell.Display;

/// <summary>Redraws a run until it ends or nobody looks any more. Each picture is of its moment: state, prices, their age and the clock are looked at anew.</summary>
/// <param name="look">How the run is at this moment.</param>
/// <param name="show">Shows a picture in the place of the one before.</param>
/// <param name="wait">Waits until the next picture is due; false: nobody looks any more.</param>
/// <param name="time">The clock by which ages are told.</param>
internal sealed class PictureLoop(Func<RunLook> look, Action<IEnumerable<string>> show, Func<bool> wait, TimeProvider time)
{
    /// <summary>Draws until the end, whose picture is the last.</summary>
    /// <param name="picture">How it is drawn.</param>
    /// <returns>The picture of how the run ended; null: it goes on.</returns>
    public IReadOnlyList<string>? Follow(StatusPicture picture)
    {
        while (true)
        {
            var (run, now, ended) = look();
            string[] lines = [.. picture.Draw(run, now, time.GetUtcNow().UtcDateTime, ended)];
            show(lines);
            if (ended is not null) return lines;
            if (!wait()) return null;
        }
    }
}
