namespace Axfl.Providers.Common;

/// <summary>The keys of one provider: which is in use, which are refused, which must rest.</summary>
/// <param name="keys">Keys in order of preference; empty ones are dropped.</param>
internal sealed class KeyRing(IEnumerable<string> keys)
{
    private readonly List<string> _keys = keys.Select(k => k.Trim()).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal).ToList();
    private readonly Dictionary<string, DateTimeOffset> _restingUntil = new(StringComparer.Ordinal);
    private readonly HashSet<string> _refused = new(StringComparer.Ordinal);
    private int _at;

    /// <summary>Number of keys.</summary>
    public int Count => _keys.Count;

    /// <summary>Whether any key is left that was not refused.</summary>
    public bool Any => _keys.Any(k => !_refused.Contains(k));

    /// <summary>The key in use.</summary>
    /// <exception cref="FeedException">None is left (<c>FeedKeyMissing</c>).</exception>
    public string Current => Any
        ? _keys[_at]
        : throw new FeedException("FeedKeyMissing", FeedErrorClass.Auth, "No API key is left to use: set one in the provider's environment variable.");

    /// <summary>Position of the key in use, 1-based, for messages that must not hold the key.</summary>
    public int Position => _at + 1;

    /// <summary>The key was refused: it is not used again.</summary>
    /// <returns>Whether another key is left; it is then in use.</returns>
    public bool Refuse()
    {
        _refused.Add(_keys[_at]);
        return MoveToNext(DateTimeOffset.MinValue);
    }

    /// <summary>No key counts as refused any more; the first after the one in use is next.</summary>
    public void ForgiveAll()
    {
        _refused.Clear();
        MoveToNext(DateTimeOffset.MinValue);
    }

    /// <summary>The key is throttled until a time.</summary>
    /// <returns>Whether a rested key took its place; otherwise the key stays in use and the caller waits.</returns>
    public bool Rest(DateTimeOffset now, DateTimeOffset until)
    {
        var resting = _at;
        _restingUntil[_keys[_at]] = until;
        return MoveToNext(now) && _at != resting;
    }

    /// <summary>Sees to it that a key is in use that need not rest.</summary>
    /// <returns>False: all rest; the one in use stays.</returns>
    public bool TakeRested(DateTimeOffset now) => (!_refused.Contains(_keys[_at]) && RestOf(_keys[_at]) <= now) || MoveToNext(now);

    /// <summary>When the first key has rested: <see cref="DateTimeOffset.MinValue"/> when one need not rest.</summary>
    public DateTimeOffset RestedAt => _keys.Where(k => !_refused.Contains(k)).Select(RestOf).DefaultIfEmpty(DateTimeOffset.MinValue).Min();

    private DateTimeOffset RestOf(string key) => _restingUntil.GetValueOrDefault(key, DateTimeOffset.MinValue);

    private bool MoveToNext(DateTimeOffset now)
    {
        for (var step = 1; step <= _keys.Count; step++)
        {
            var next = (_at + step) % _keys.Count;
            if (_refused.Contains(_keys[next])) continue;
            if (now != DateTimeOffset.MinValue && _restingUntil.TryGetValue(_keys[next], out var until) && until > now) continue;
            _at = next;
            return true;
        }

        return false;
    }
}
