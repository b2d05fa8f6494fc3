using System.Collections.Immutable;
using Amazon.CDK;
using Constructs;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Checking;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Rules;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Testing;

/// <summary>The network that an app's templates make, to be asked in a test what it lets through.</summary>
/// <remarks>
/// Ends are selectors of the <c>netpatterns</c> tool: <c>internet</c>, <c>any</c>, <c>tier:web</c>, <c>cidr:10.0.0.0/8</c>, <c>sg:ID</c>,
/// <c>subnet:ID</c>, <c>vpc:ID</c>, <c>tag:KEY=VALUE</c>, <c>type:TYPE</c>, a logical ID or a construct path. A tier without interfaces is asked about
/// through those it is meant for, as with guarantees.
/// </remarks>
public sealed class NetworkUnderTest
{
    private readonly Estate _estate;

    private NetworkUnderTest(Estate estate) => _estate = estate;

    /// <summary>The network of an app, a stage or the stack that a construct belongs to, with every stack of the same assembly.</summary>
    /// <remarks>Synthesizes the app or stage; what is added to it afterwards does not count.</remarks>
    /// <param name="scope">An app, stage, stack or a construct in one.</param>
    /// <exception cref="ArgumentException">The construct is in no stage or app.</exception>
    /// <exception cref="NetworkAssertionException">The templates cannot be read.</exception>
    public static NetworkUnderTest Of(IConstruct scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var stage = scope as Stage ?? Stage.Of(scope) ?? throw new ArgumentException($"{scope.Node.Path} is in no stage or app", nameof(scope));
        return OfAssembly(stage.Synth().Directory);
    }

    /// <summary>The network of a cloud assembly that <c>cdk synth</c> wrote, or of a folder of templates.</summary>
    /// <exception cref="NetworkAssertionException">The templates cannot be read.</exception>
    public static NetworkUnderTest OfAssembly(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var estate = Estate.Read(new FolderSource(new DirectoryFiles(folder)));
        return estate.Problems.IsEmpty ? new(estate) : throw new NetworkAssertionException(Text(estate.Problems));
    }

    /// <summary>All of this traffic gets through, and its answers come back.</summary>
    /// <param name="from">Who opens the conversation.</param>
    /// <param name="to">Who answers.</param>
    /// <param name="traffic">What must get through; at least one.</param>
    /// <exception cref="NetworkAssertionException">It does not, and the message says what blocks.</exception>
    public void ShouldReach(string from, string to, params Traffic[] traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        ArgumentOutOfRangeException.ThrowIfZero(traffic.Length);
        Assert(new CanReach(PartyOf(from), PartyOf(to), [.. traffic]));
    }

    /// <summary>Nothing gets through, of any protocol.</summary>
    /// <param name="from">Who would open the conversation.</param>
    /// <param name="to">Who would answer.</param>
    /// <exception cref="NetworkAssertionException">Something does, and the message has its path.</exception>
    public void ShouldNotReach(string from, string to) => Assert(new NeverReaches(PartyOf(from), PartyOf(to)));

    /// <summary>Nothing but this traffic gets through.</summary>
    /// <param name="from">Who opens the conversation.</param>
    /// <param name="to">Who answers.</param>
    /// <param name="traffic">What may get through; at least one.</param>
    /// <exception cref="NetworkAssertionException">Something else does, and the message has its path.</exception>
    public void ShouldReachAtMost(string from, string to, params Traffic[] traffic)
    {
        ArgumentNullException.ThrowIfNull(traffic);
        ArgumentOutOfRangeException.ThrowIfZero(traffic.Length);
        Assert(new ReachesAtMost(PartyOf(from), PartyOf(to), [.. traffic]));
    }

    /// <summary>What gets from here to the internet passes this on its way, in both directions.</summary>
    /// <param name="from">Who opens the conversation.</param>
    /// <param name="through">NAT gateways, firewalls, endpoints: a tier of them, a type, a construct path.</param>
    /// <exception cref="NetworkAssertionException">Something gets around it, and the message has its path.</exception>
    public void ShouldOnlyLeaveThrough(string from, string through) => ShouldReachOnlyThrough(from, "internet", through);

    /// <summary>What gets through passes this on its way, in both directions.</summary>
    /// <param name="from">Who opens the conversation.</param>
    /// <param name="to">Who answers.</param>
    /// <param name="through">NAT gateways, firewalls, endpoints: a tier of them, a type, a construct path.</param>
    /// <exception cref="NetworkAssertionException">Something gets around it, and the message has its path.</exception>
    public void ShouldReachOnlyThrough(string from, string to, string through) => Assert(new OnlyThrough(PartyOf(from), PartyOf(to), PartyOf(through)));

    /// <summary>From the internet, an API, a load balancer or a bucket is entered through this distribution and its WebACL only.</summary>
    /// <param name="to">The API, load balancer or bucket: its construct path or logical ID.</param>
    /// <param name="distribution">The distribution: its construct path or logical ID, or <c>type:AWS::CloudFront::Distribution</c> for whichever leads there.</param>
    /// <exception cref="NetworkAssertionException">There is another way in, or the distribution is locked out, and the message says where.</exception>
    public void ShouldOnlyBeEnteredThrough(string to, string distribution) => Assert(new SingleEntrance(PartyOf(to), PartyOf(distribution)));

    /// <summary>Everything holds that the templates promise: guarantees of patterns and users, and access scopes.</summary>
    /// <exception cref="NetworkAssertionException">Something does not, or is undecided; the message has all of it.</exception>
    public void ShouldKeepItsGuarantees() => Judge(EstateCheck.Run(_estate, rules: null, DateOnly.MinValue), _ => true);

    private void Assert(Guarantee guarantee)
    {
        const string File = "assertion";
        var id = $"{File}: {guarantee}";
        Judge(EstateCheck.Run(_estate, new RuleFile(File, [new Rule(id, guarantee, "", 1, 1)], []), DateOnly.MinValue), item => item.Id == id);
    }

    private static void Judge(CheckReport report, Func<CheckedGuarantee, bool> isAsked)
    {
        if (!report.Problems.IsEmpty)
        {
            throw new NetworkAssertionException(Text(report.Problems));
        }

        var wrong = report.Guarantees.Where(item => isAsked(item) && item.Status != CheckStatus.Holds).ToList();
        if (wrong.Count > 0)
        {
            throw new NetworkAssertionException(string.Join('\n', wrong.SelectMany(Lines)));
        }
    }

    private static IEnumerable<string> Lines(CheckedGuarantee item) =>
        EvidenceText.Lines(item.Result).Select(line => $"  {line}").Prepend(
            $"{item.Result.Guarantee}: {(item.Status == CheckStatus.Undecided ? "is undecided" : "does not hold")}");

    private static string Text(ImmutableArray<Problem> problems) => string.Join('\n', problems);

    private static Party PartyOf(string selector)
    {
        ArgumentException.ThrowIfNullOrEmpty(selector);
        return Party.TryParse(selector, out var party) ? party
            : selector.Contains(':', StringComparison.Ordinal) ? throw new ArgumentException($"'{selector}' is not a selector", nameof(selector))
            : Party.Resource(selector);
    }
}
