using Initiatiefloket.Documents;

namespace Initiatiefloket.Tests.Documents;

/// <summary>A file that is not to be taken.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Content">What is in it.</param>
/// <param name="Answer">What is said about it.</param>
internal sealed record BadFile(string Name, byte[] Content, DocumentProblem Answer);
