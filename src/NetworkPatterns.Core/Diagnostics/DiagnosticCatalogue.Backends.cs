namespace NetworkPatterns.Core.Diagnostics;

public static partial class DiagnosticCatalogue
{
    /// <summary>Logs of load balancers are to be kept for no time.</summary>
    public static Diagnostic LoadBalancerLogRetention => new("NP1700", "load balancer logs that are not kept");

    /// <summary>The listeners of a load balancer are none, clash, or have no valid port.</summary>
    public static Diagnostic ListenerUnclear => new("NP1701", "listener unclear");

    /// <summary>An internal load balancer is to stand in a tier that is not private.</summary>
    public static Diagnostic LoadBalancerTier => new("NP1702", "internal load balancer in the wrong tier");

    /// <summary>The tier of a load balancer behind a VPC link accepts something.</summary>
    public static Diagnostic LoadBalancerIngress => new("NP1703", "load balancer that lets more in than its VPC link");

    /// <summary>A load balancer stands in fewer than two zones.</summary>
    public static Diagnostic LoadBalancerZones => new("NP1704", "load balancer in one zone");

    /// <summary>No rule lets a load balancer reach its targets or their health check.</summary>
    public static Diagnostic TargetsUnreachable => new("NP1705", "targets that the load balancer cannot reach");

    /// <summary>A TLS listener lacks a certificate or its name, or another listener has one.</summary>
    public static Diagnostic ListenerCertificate => new("NP1706", "certificate and protocol do not fit");

    /// <summary>A TLS listener has a security policy outside the families of TLS 1.2 and 1.3.</summary>
    public static Diagnostic ListenerSecurityPolicy => new("NP1707", "TLS policy that is too old");

    /// <summary>A health check of a target group is out of range.</summary>
    public static Diagnostic TargetHealthCheck => new("NP1708", "health check that Elastic Load Balancing refuses");

    /// <summary>Targets of UDP are not to see the client's address.</summary>
    public static Diagnostic ClientIpPreservation => new("NP1709", "client address cannot be hidden");

    /// <summary>The targets of a listener contradict each other or the tier.</summary>
    public static Diagnostic TargetsUnclear => new("NP1710", "targets unclear");

    /// <summary>A backend names a tier that the VPC does not have.</summary>
    public static Diagnostic BackendTierUnknown => new("NP1711", "tier that the VPC does not have");

    /// <summary>A load balancer has a certificate of another Region.</summary>
    public static Diagnostic CertificateRegion => new("NP1712", "certificate of a load balancer in another Region");

    /// <summary>Targets join a listener that is not there or takes others.</summary>
    public static Diagnostic TargetListener => new("NP1713", "listener that does not take these targets");

    /// <summary>CPU and memory of a task do not fit together.</summary>
    public static Diagnostic TaskSize => new("NP1714", "task size that Fargate does not have");

    /// <summary>Numbers of tasks or instances, or what scales them, are out of range.</summary>
    public static Diagnostic TargetCount => new("NP1715", "number of targets that cannot be kept");

    /// <summary>The root disk of an instance is out of range.</summary>
    public static Diagnostic DiskSize => new("NP1716", "disk size that EBS does not have");

    /// <summary>The tier of a load balancer opens connections to ranges.</summary>
    public static Diagnostic LoadBalancerEgress => new("NP1717", "load balancer that opens more than its targets accept");

    /// <summary>An internal load balancer has neither a VPC link nor a VPC origin.</summary>
    public static Diagnostic LoadBalancerUnused => new("NP1718", "load balancer that nothing reaches");

    /// <summary>A VPC link is to lead to something that is no Network Load Balancer.</summary>
    public static Diagnostic NotANetworkLoadBalancer => new("NP1719", "not a Network Load Balancer");

    /// <summary>The version of a database engine is not one.</summary>
    public static Diagnostic DatabaseVersion => new("NP1720", "version that the engine does not have");

    /// <summary>A database listens on its engine's default port.</summary>
    public static Diagnostic DatabasePort => new("NP1721", "database on a port that is tried first");

    /// <summary>No tier may reach a database on its port.</summary>
    public static Diagnostic DatabaseUnreachable => new("NP1722", "database that no service reaches");

    /// <summary>A database is to stand in a tier with a way to the internet, or in one zone.</summary>
    public static Diagnostic DatabaseTier => new("NP1723", "database in a tier that is not isolated");

    /// <summary>Backups of a database are kept for less than a week, or longer than Amazon RDS does.</summary>
    public static Diagnostic DatabaseBackups => new("NP1724", "backups that are too few");

    /// <summary>The storage of a database is out of range.</summary>
    public static Diagnostic DatabaseStorage => new("NP1725", "storage that the engine does not take");

    /// <summary>The name of the master user or of the database is refused by the engine.</summary>
    public static Diagnostic DatabaseUser => new("NP1726", "name that the engine keeps for itself");

    /// <summary>An Aurora cluster has no instance, or too many.</summary>
    public static Diagnostic DatabaseInstances => new("NP1727", "number of Aurora instances");

    /// <summary>An address that is to hear of alarms is none, or is there twice.</summary>
    public static Diagnostic AlarmAddress => new("NP1730", "mail address that is not one");

    /// <summary>Alarms watch nothing, or two things of one name.</summary>
    public static Diagnostic AlarmSources => new("NP1731", "alarms unclear");

    /// <summary>Alarms of CloudFront or of its web ACL are outside of us-east-1.</summary>
    public static Diagnostic AlarmRegion => new("NP1732", "metrics of another Region");

    /// <summary>A threshold of an alarm is out of range.</summary>
    public static Diagnostic AlarmThreshold => new("NP1733", "threshold that says nothing");

    /// <summary>A FIFO queue is to get the bodies of requests.</summary>
    public static Diagnostic QueueIsFifo => new("NP1740", "FIFO queue behind a route");

    /// <summary>A client is to wait for a standard workflow.</summary>
    public static Diagnostic StateMachineIsStandard => new("NP1741", "standard workflow that a client waits for");

    /// <summary>The path of a route lacks the parameter that has the key of an item.</summary>
    public static Diagnostic KeyNotInPath => new("NP1742", "key that the route's path does not have");
}
