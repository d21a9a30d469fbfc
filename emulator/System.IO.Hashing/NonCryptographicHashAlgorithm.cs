namespace System.IO.Hashing;

/// <summary>
/// The one type of the package System.IO.Hashing that Azure.Storage.Common 12.16 names in its metadata;
/// no code path of this app reaches its members.
/// </summary>
public abstract class NonCryptographicHashAlgorithm;
