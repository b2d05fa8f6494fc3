using Amazon.CDK;
using NetworkPatterns.Reference;
using NetworkPatterns.Validation;

// Ranges that AWS picks at deployment (an IPAM pool's, an IPv6 block) leave some guarantees open until then.
var app = new App(new AppProps
{
    PolicyValidationBeta1 = [new NetworkProof(new NetworkProofProps { AllowUndecided = true })],
    StackTraces = false,
});
ReferenceApp.AddTo(app);
app.Synth();
