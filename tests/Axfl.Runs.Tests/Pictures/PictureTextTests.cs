using Axfl.Contracts;
using Axfl.Runs.Pictures;

namespace Axfl.Runs.Tests.Pictures;

public class PictureTextTests
{
    private static readonly PictureFormat Format = new(5, 3, true, true);

    [Fact]
    public void A_frame_is_shown_at_once_from_the_top_and_clears_what_is_left_of_the_one_before()
    {
        var frame = PictureText.Frame([PictureLine.Of("ab"), PictureLine.Of("c", PictureStyle.Good)], Format);
        Assert.Equal("\u001b[?2026h\u001b[Hab\u001b[K\r\n\u001b[32mc\u001b[0m\u001b[K\u001b[J\u001b[?2026l", frame);
    }

    [Fact]
    public void A_full_window_does_not_scroll_and_its_last_column_stays()
    {
        var frame = PictureText.Frame([PictureLine.Of("12345"), PictureLine.Of("12345"), PictureLine.Of("12345")], Format);
        Assert.Equal("\u001b[?2026h\u001b[H12345\r\n12345\r\n12345\u001b[?2026l", frame);
    }
}
