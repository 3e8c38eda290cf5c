using System.Text;
using Axfl.Contracts;

namespace Axfl.Data.Dialects;

/// <summary>Whether <c>03/04/2026</c> is in April or in March: the whole column says, or nobody does.</summary>
/// <remarks>A number above 12 decides; else that the days follow each other in one reading and leap by months in the other.</remarks>
internal sealed class DayOrMonth
{
    // Longer than any pause of the market.
    private const long LongestStep = 7 * EventTime.Day;

    private readonly Reading _day = new(DateOrder.DayFirst), _month = new(DateOrder.MonthFirst);

    /// <summary>Takes one time of the column.</summary>
    public void Take(string text)
    {
        if (text.Length > 64) return;
        var bytes = Encoding.UTF8.GetBytes(text);
        var (day, month) = (_day.Reads(bytes), _month.Reads(bytes));

        // What neither reads is a damaged line and says nothing.
        if (day && !month) _month.Fails++;
        if (month && !day) _day.Fails++;
    }

    /// <summary>The order; null: both are possible, or each is contradicted.</summary>
    public DateOrder? Order()
    {
        if (_day.Fails == 0 != (_month.Fails == 0)) return _day.Fails == 0 ? DateOrder.DayFirst : DateOrder.MonthFirst;
        if (_day.Fails > 0) return null;
        if (_day.Leaps == 0 != (_month.Leaps == 0)) return _day.Leaps == 0 ? DateOrder.DayFirst : DateOrder.MonthFirst;
        return null;
    }

    private sealed class Reading(DateOrder order)
    {
        private readonly WrittenForm _form = WrittenForm.Of(order, true);
        private long _last = long.MinValue;

        public long Fails { get; set; }

        public long Leaps { get; private set; }

        public bool Reads(byte[] text)
        {
            if (!_form.TryRead(text, out var time, out _)) return false;
            if (_last != long.MinValue && Math.Abs(time - _last) > LongestStep) Leaps++;
            _last = time;
            return true;
        }
    }
}
