namespace Axfl.Providers.Common.Streaming;

/// <summary>
/// What may end a feed, and with it the run: what only a person can put right, and only before the feed has ever given a price. Everything else, and all
/// of it afterwards, is survived, reported in the status, and tried again. The table of all that ends a live run is in the help page about_Axfl_Live.
/// </summary>
internal static class FeedEnds
{
    /// <summary>Whether an error of a class may end the feed.</summary>
    /// <param name="errorClass">Class.</param>
    /// <param name="everHadPrices">Whether prices ever came in this run.</param>
    public static bool May(FeedErrorClass errorClass, bool everHadPrices) => !everHadPrices && errorClass switch
    {
        FeedErrorClass.Auth or FeedErrorClass.Plan or FeedErrorClass.Certificate or FeedErrorClass.BadRequest or FeedErrorClass.BadSymbol => true,
        _ => false,
    };

    /// <summary>Whether sessions that end at once may be taken for a plan without streaming.</summary>
    /// <param name="everHadPrices">Whether prices ever came in this run.</param>
    public static bool ShortSessions(bool everHadPrices) => !everHadPrices;
}
