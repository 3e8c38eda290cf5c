using Axfl.Contracts;

namespace Axfl.Cli.Tests.Fakes;

/// <summary>Pictures that are one line each; a picture on the whole terminal goes on until it is cancelled, or until somebody presses q.</summary>
internal sealed class FakePictures : IRunPictures
{
    /// <summary>Whether somebody leaves the picture at once.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Whether the run ends while it is shown.</summary>
    public bool Ends { get; init; }

    /// <summary>What goes wrong while it is drawn.</summary>
    public Exception? Fault { get; init; }

    public PictureRequest? Drawn { get; private set; }

    public PictureRequest? Followed { get; private set; }

    public PictureFormat? Format { get; private set; }

    public RunPulse? Pulse { get; private set; }

    public IReadOnlyList<string> Draw(PictureRequest request, PictureFormat format)
    {
        (Drawn, Format) = (request, format);
        return ["picture of " + Path.GetFileName(request.RunDirectory)];
    }

    public IReadOnlyList<string>? Follow(PictureRequest request, ITerminal terminal, CancellationToken cancellation)
    {
        (Followed, Format) = (request, terminal.Format);
        terminal.Write("<picture>");
        if (Fault is not null) throw Fault;
        if (!IsLeft && !Ends) cancellation.WaitHandle.WaitOne();
        Pulse = request.Own();
        terminal.Write("</picture>");
        return Ends ? ["the last picture"] : null;
    }

    public void Restore(ITerminal terminal) => terminal.Write("<restored>");
}
