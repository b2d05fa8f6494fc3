using Amazon.CDK;
using NetworkPatterns.Reference;

var app = new App();
ReferenceApp.AddTo(app);
app.Synth();
