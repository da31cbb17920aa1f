namespace RsmConformance.House.Tests;

/// <summary>
/// A C# source split in two texts of the same length: its code without the contents of strings, and its comments. What
/// does not belong to a text is blank there, so an index means the same place in both. Code in the holes of an
/// interpolated string is code.
/// </summary>
internal sealed class CSharpText
{
    private readonly string _source;
    private readonly char[] _code;
    private readonly char[] _comments;
    private int _at;

    private CSharpText(string source)
    {
        _source = source;
        _code = [.. source.Select(letter => letter == '\n' ? letter : ' ')];
        _comments = [.. _code];
        ScanCode(inHole: false);
    }

    public string Code => new(_code);

    public string Comments => new(_comments);

    public static CSharpText Split(string source) => new(source);

    private char Peek(int ahead = 0) => _at + ahead < _source.Length ? _source[_at + ahead] : '\0';

    private int Run(char letter, int from = 0)
    {
        int length = 0;
        while (Peek(from + length) == letter)
        {
            length++;
        }
        return length;
    }

    private void Copy(char[] to, int length)
    {
        for (; length > 0 && _at < _source.Length; length--, _at++)
        {
            to[_at] = _source[_at];
        }
    }

    private void ScanCode(bool inHole)
    {
        int depth = 0;
        while (_at < _source.Length)
        {
            switch (Peek())
            {
                case '/' when Peek(1) == '/':
                    CopyComment("\n", 0);
                    break;
                case '/' when Peek(1) == '*':
                    CopyComment("*/", 2);
                    break;
                case '\'' when CharacterLength() is > 0 and var length:
                    _at += length;
                    break;
                case '"' or '$' or '@' when StringStart() is var (dollars, verbatim, quotes) && quotes > 0:
                    _at += dollars + (verbatim ? 1 : 0);
                    SkipString(dollars, verbatim, quotes);
                    break;
                case '}' when inHole && depth == 0:
                    return;
                default:
                    depth += Peek() switch { '{' => 1, '}' => -1, _ => 0 };
                    Copy(_code, 1);
                    break;
            }
        }
    }

    private void CopyComment(string end, int endLength)
    {
        int stop = _source.IndexOf(end, _at + 2, StringComparison.Ordinal);
        Copy(_comments, (stop < 0 ? _source.Length : stop + endLength) - _at);
    }

    // An apostrophe that closes nothing (in a directive's words) is no character literal: 0.
    private int CharacterLength()
    {
        int close = Peek(1) == '\\' ? 3 : 2;
        while (close < 11 && Peek(close) is not ('\'' or '\n' or '\0') && Peek(1) == '\\')
        {
            close++;
        }
        return Peek(close) == '\'' ? close + 1 : 0;
    }

    private (int Dollars, bool Verbatim, int Quotes) StringStart()
    {
        int first = Run('@');
        int dollars = Run('$', first);
        int second = first == 0 ? Run('@', dollars) : 0;
        return (dollars, first + second > 0, Run('"', first + dollars + second));
    }

    private void SkipString(int dollars, bool verbatim, int quotes)
    {
        bool raw = quotes >= 3 && !verbatim;
        int fence = raw ? quotes : 1;
        _at += fence;
        while (_at < _source.Length)
        {
            int braces = dollars > 0 ? Run('{') : 0;
            if (Peek() == '"' && verbatim && Peek(1) == '"' || Peek() == '\\' && !verbatim && !raw)
            {
                _at += 2;
            }
            else if (Peek() == '"' && Run('"') >= fence)
            {
                _at += fence;
                return;
            }
            else if (raw ? braces >= dollars && braces > 0 : braces % 2 == 1)
            {
                _at += braces;
                ScanCode(inHole: true);
                _at += raw ? dollars : 1;
            }
            else
            {
                _at += Math.Max(braces, 1);
            }
        }
    }
}
