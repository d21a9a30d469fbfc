using FsCheck.Xunit;

// One fixed seed, so that each run of the tests tries the same cases.
[assembly: Properties(Replay = "20260302,1234567891", MaxTest = 500)]
