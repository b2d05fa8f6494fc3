using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>A group of rules that AWS, or a seller on its Marketplace, maintains.</summary>
/// <remarks>
/// Capacities are those that AWS documents with each group.
/// <para>Source: https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html</para>
/// </remarks>
/// <param name="Name">The group's name.</param>
/// <param name="Capacity">Its capacity units.</param>
/// <param name="VendorName">Who maintains it. Default: AWS.</param>
public sealed record WafManagedGroup(string Name, int Capacity, string VendorName = "AWS")
{
    /// <summary>The core rule set: what threatens most web applications. Its <c>SizeRestrictions_BODY</c> blocks bodies over 8 KB.</summary>
    public static WafManagedGroup Core { get; } = new("AWSManagedRulesCommonRuleSet", 700);

    /// <summary>Paths of administration that the public should not ask for.</summary>
    public static WafManagedGroup AdminProtection { get; } = new("AWSManagedRulesAdminProtectionRuleSet", 100);

    /// <summary>Request patterns that are known to exploit vulnerabilities.</summary>
    public static WafManagedGroup KnownBadInputs { get; } = new("AWSManagedRulesKnownBadInputsRuleSet", 200);

    /// <summary>SQL injection.</summary>
    public static WafManagedGroup SqlInjection { get; } = new("AWSManagedRulesSQLiRuleSet", 200);

    /// <summary>Exploits of Linux.</summary>
    public static WafManagedGroup Linux { get; } = new("AWSManagedRulesLinuxRuleSet", 200);

    /// <summary>Exploits of POSIX systems; together with <see cref="Linux"/>.</summary>
    public static WafManagedGroup Posix { get; } = new("AWSManagedRulesUnixRuleSet", 100);

    /// <summary>Exploits of Windows.</summary>
    public static WafManagedGroup Windows { get; } = new("AWSManagedRulesWindowsRuleSet", 200);

    /// <summary>Exploits of PHP.</summary>
    public static WafManagedGroup Php { get; } = new("AWSManagedRulesPHPRuleSet", 100);

    /// <summary>Exploits of WordPress.</summary>
    public static WafManagedGroup WordPress { get; } = new("AWSManagedRulesWordPressRuleSet", 100);

    /// <summary>Addresses that AWS knows to attack. For CloudFront's own WebACL: behind a proxy it sees the proxy.</summary>
    public static WafManagedGroup IpReputation { get; } = new("AWSManagedRulesAmazonIpReputationList", 25) { LooksAtAddress = true };

    /// <summary>VPNs, proxies, Tor nodes and hosting providers.</summary>
    public static WafManagedGroup AnonymousIp { get; } = new("AWSManagedRulesAnonymousIpList", 50) { LooksAtAddress = true };

    /// <summary>Bots; paid by the request, so narrow it with <see cref="ManagedRules.ScopeDown"/>.</summary>
    /// <param name="isTargeted">Whether to also find bots that hide, for a higher price. Default: no.</param>
    public static WafManagedGroup BotControl(bool isTargeted = false) => new("AWSManagedRulesBotControlRuleSet", 50)
    {
        Configuration = ("AWSManagedRulesBotControlRuleSet", Value.Map(("InspectionLevel", isTargeted ? "TARGETED" : "COMMON"))),
    };

    /// <summary>Guards a login page against stolen and guessed passwords; paid by the request.</summary>
    /// <param name="loginPath">The path that the login form is sent to.</param>
    /// <param name="usernameField">Where the user name is: a JSON pointer such as <c>/username</c>.</param>
    /// <param name="passwordField">Where the password is: a JSON pointer such as <c>/password</c>.</param>
    public static WafManagedGroup AccountTakeover(string loginPath, string usernameField, string passwordField) => new("AWSManagedRulesATPRuleSet", 50)
    {
        LoginPath = loginPath,
        Configuration = ("AWSManagedRulesATPRuleSet", Value.Map(
            ("LoginPath", loginPath),
            ("RequestInspection", Value.Map(
                ("PayloadType", "JSON"),
                ("UsernameField", Value.Map(("Identifier", usernameField))),
                ("PasswordField", Value.Map(("Identifier", passwordField))))))),
    };

    internal bool LooksAtAddress { get; private init; }

    internal string? LoginPath { get; private init; }

    internal (string Key, Value? Value)? Configuration { get; private init; }
}
