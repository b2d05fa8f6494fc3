using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>E63, for keys. Source: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html</summary>
public sealed class KeyRotationRule() : ResourceRule("E63", "Every symmetric KMS key rotates.", "AWS::KMS::Key")
{
    protected override bool Applies(Resource key) => !key["KeySpec"].Exists || key["KeySpec"].Text is null or "SYMMETRIC_DEFAULT";

    protected override IEnumerable<string> Problems(Resource key)
    {
        if (key["EnableKeyRotation"].Flag != true)
        {
            yield return "does not rotate";
        }
    }
}
