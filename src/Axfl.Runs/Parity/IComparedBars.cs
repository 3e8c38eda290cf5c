using Axfl.Contracts;
using Axfl.Data.Bars;

namespace Axfl.Runs.Parity;

/// <summary>The bars of one side of a comparison, to be read in order of time.</summary>
internal interface IComparedBars
{
    /// <summary>Whether its bars may have the smaller bars inside them (drill).</summary>
    bool HasInner => false;

    /// <summary>One reader a symbol, in their order; the caller disposes them.</summary>
    /// <param name="symbols">Symbols that are compared.</param>
    /// <param name="from">Inclusive, unix ms.</param>
    /// <param name="until">Exclusive, unix ms.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <exception cref="AxflException">Its bars cannot be had.</exception>
    IReadOnlyList<IBarReader> Open(IReadOnlyList<Instrument> symbols, long from, long until, CancellationToken cancellation);
}
