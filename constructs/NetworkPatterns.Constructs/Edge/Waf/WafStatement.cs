using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What a rule asks of a request.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-list.html</remarks>
public abstract class WafStatement
{
    private protected WafStatement()
    {
    }

    /// <summary>Whether a part of the request has a text in it.</summary>
    /// <param name="field">The part.</param>
    /// <param name="comparison">Where in the part the text has to be.</param>
    /// <param name="text">The text, 1 to 200 characters.</param>
    /// <param name="transformations">What is done to the part first, in this order.</param>
    public static WafStatement Text(WafField field, WafComparison comparison, string text, params IEnumerable<WafTransformation> transformations) =>
        new TextStatement(field, comparison, text, [.. transformations]);

    /// <summary>Whether a regular expression (PCRE) matches a part of the request.</summary>
    public static WafStatement Regex(WafField field, string pattern, params IEnumerable<WafTransformation> transformations) =>
        new RegexStatement(field, pattern, [.. transformations]);

    /// <summary>Whether one of several regular expressions matches a part of the request.</summary>
    /// <param name="name">The set's name, part of a logical ID: a letter, then letters, digits and hyphens.</param>
    /// <param name="field">The part.</param>
    /// <param name="patterns">1 to 10 patterns of at most 200 characters.</param>
    public static WafStatement RegexSet(string name, WafField field, params IEnumerable<string> patterns) =>
        new RegexSetStatement(name, field, [.. patterns]);

    /// <summary>Whether a part of the request is larger than a number of bytes.</summary>
    public static WafStatement LargerThan(WafField field, int bytes) => new SizeStatement(field, bytes);

    /// <summary>Whether a part of the request looks like SQL.</summary>
    /// <param name="field">The part.</param>
    /// <param name="isSensitive">Whether to find more, and more that is harmless, at a higher cost. Default: no.</param>
    /// <param name="transformations">What is done to the part first.</param>
    public static WafStatement SqlInjection(WafField field, bool isSensitive = false, params IEnumerable<WafTransformation> transformations) =>
        new InjectionStatement("SqliMatchStatement", field, isSensitive ? 30 : 20, isSensitive ? "HIGH" : "LOW", [.. transformations]);

    /// <summary>Whether a part of the request looks like script for a browser.</summary>
    public static WafStatement CrossSiteScripting(WafField field, params IEnumerable<WafTransformation> transformations) =>
        new InjectionStatement("XssMatchStatement", field, 40, sensitivity: null, [.. transformations]);

    /// <summary>Whether the client's address is in a set, IPv4 and IPv6 together.</summary>
    /// <param name="name">The set's name, part of logical IDs: a letter, then letters, digits and hyphens.</param>
    /// <param name="blocks">Up to 10,000 blocks of each family, such as <c>198.51.100.0/24</c> and <c>2001:db8::/32</c>.</param>
    public static WafStatement Addresses(string name, params IEnumerable<string> blocks) => new AddressStatement(name, [.. blocks], forwarded: null);

    /// <summary>Whether the address that a proxy forwards is in a set.</summary>
    public static WafStatement ForwardedAddresses(string name, WafForwardedAddress forwarded, params IEnumerable<string> blocks) =>
        new AddressStatement(name, [.. blocks], forwarded);

    /// <summary>Whether the client's address belongs to one of some countries.</summary>
    /// <param name="countryCodes">1 to 50 codes of two letters, such as <c>NL</c>.</param>
    public static WafStatement Countries(params IEnumerable<string> countryCodes) => new CountryStatement([.. countryCodes], forwarded: null);

    /// <summary>Whether the address that a proxy forwards belongs to one of some countries.</summary>
    public static WafStatement ForwardedCountries(WafForwardedAddress forwarded, params IEnumerable<string> countryCodes) =>
        new CountryStatement([.. countryCodes], forwarded);

    /// <summary>Whether an earlier rule labelled the request, such as <c>awswaf:managed:aws:core-rule-set:SizeRestrictions_Body</c>.</summary>
    public static WafStatement Label(string label) => new LabelStatement(label, isNamespace: false);

    /// <summary>Whether an earlier rule labelled the request in a namespace; it ends with a colon.</summary>
    public static WafStatement LabelNamespace(string labelNamespace) => new LabelStatement(labelNamespace, isNamespace: true);

    /// <summary>Whether all of two or more statements hold.</summary>
    public static WafStatement All(params IEnumerable<WafStatement> statements) => new LogicalStatement("AndStatement", [.. statements]);

    /// <summary>Whether one of two or more statements holds.</summary>
    public static WafStatement Any(params IEnumerable<WafStatement> statements) => new LogicalStatement("OrStatement", [.. statements]);

    /// <summary>Whether a statement does not hold.</summary>
    public static WafStatement Not(WafStatement statement) => new NotStatement(statement);

    /// <summary>What it costs of a WebACL's capacity.</summary>
    internal abstract int Capacity { get; }

    /// <summary>The statements directly inside it.</summary>
    internal virtual ImmutableArray<WafStatement> Children => [];

    internal IEnumerable<WafStatement> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);

    /// <summary>What is wrong with the statement itself.</summary>
    internal virtual IEnumerable<StatementFault> Faults() => [];

    /// <summary>The statement in CloudFormation's words. A statement within another stands in it as a value.</summary>
    internal abstract MapValue ToValue();
}

/// <summary>Where in a part of a request a text has to be.</summary>
public enum WafComparison
{
    /// <summary>The part is the text.</summary>
    Exactly,

    /// <summary>The part begins with it.</summary>
    StartsWith,

    /// <summary>The part ends with it.</summary>
    EndsWith,

    /// <summary>The part has it somewhere.</summary>
    Contains,

    /// <summary>The part has it as a word.</summary>
    ContainsWord,
}
