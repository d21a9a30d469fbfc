namespace Initiatiefloket.Tests.Documents;

/// <summary>
/// How qpdf 11 encrypts a PDF with that id, in each way that the format knows; the owner's password is "eigenaar". There is nothing else in
/// our PDF that would have to be encrypted.
/// </summary>
internal static class Encryptions
{
    /// <summary>Opens without a password, and may only be changed with one.</summary>
    public static IReadOnlyDictionary<string, string> AgainstChanges { get; } = new Dictionary<string, string>
    {
        ["R 2"] =
            "<</Filter/Standard/Length 40/O<47c2ff59459b36ee1e5b4d95144aa333f14491fb63440a5859b3b95bf3c49120>/P -4/R " +
            "2/U<e685956cff8361e71fce36d3d2b77fe9493bdf1641daa0cc7fe5a6b8125d010e>/V 1>>",
        ["R 3"] =
            "<</Filter/Standard/Length 128/O<5d7c0bf795b839fee888cd677f151f5726ed2233ab580d25d2083f3529905ac7>/P -4/R " +
            "3/U<904b26af7fa601d921514f10ea4a34f50122456a91bae5134273a6db134c87c4>/V 2>>",
        ["R 4"] =
            "<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV2/Length 16>>>>/Filter/Standard/Length " +
            "128/O<5d7c0bf795b839fee888cd677f151f5726ed2233ab580d25d2083f3529905ac7>/P -4/R " +
            "4/StmF/StdCF/StrF/StdCF/U<904b26af7fa601d921514f10ea4a34f50122456a91bae5134273a6db134c87c4>/V 4>>",
        ["R 4, metadata not encrypted"] =
            "<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV2/Length 16>>>>/EncryptMetadata false/Filter/Standard/Length " +
            "128/O<5d7c0bf795b839fee888cd677f151f5726ed2233ab580d25d2083f3529905ac7>/P -4/R " +
            "4/StmF/StdCF/StrF/StdCF/U<5f2e7f6d67af934a1cec03ac6b84fe2b0122456a91bae5134273a6db134c87c4>/V 4>>",
        ["R 5"] =
            "<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>/Filter/Standard/Length 256/O<5c5f6ace798da34e2d6ef1c" +
            "e04dee7d4d91305b3c0a0bca41960ef916e75d19e720d0638e40087d64a2cf98c7b9700bb>/OE<07e6f8a83e1c2c9dc1ca4c03aee57c91" +
            "e78fcfa30084fa862feded9adde93f73>/P -4/Perms<3ffebf9348d722425f41ff4a4e832327>/R 5/StmF/StdCF/StrF/StdCF/U<977" +
            "e2d6e4f90de6f7eb9b9c54a012378be1d6d9c874ad109bf3928d978f3f11d6da77bd612b04eeeafe16a96dd25651d>/UE<9c883532de0b" +
            "fbbba68fb2250274d2c62660f23997531dd61dab46907c0f02d0>/V 5>>",
        ["R 6"] =
            "<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>/Filter/Standard/Length 256/O<97af7e380849678ac7ae11f" +
            "b9e1bfb697ea6a3ab9648e36425d584ce569643e2cc659114e333a5c77ad7c2d2f8c44216>/OE<de4dc506e79eae6c6dab1363dccd2287" +
            "bc0e007178507063799a30aa6688a9dc>/P -4/Perms<6bb3658da9994cc5ab5e19e3753f0d59>/R 6/StmF/StdCF/StrF/StdCF/U<10f" +
            "e506c051d9b1c7a9332f3e49aca3fa79c6e517107cf6e0bd0f3a2c1c3922b887794254c6de86bf3fc5a130f848c59>/UE<1eab5dd7bc68" +
            "b4ab9a82171cc2d8e64c0f3e9c5c10156d8dce1e6fae4bb80d39>/V 5>>",
    };

    /// <summary>Opens with "geheim".</summary>
    public static IReadOnlyDictionary<string, string> WithPassword { get; } = new Dictionary<string, string>
    {
        ["R 2"] =
            "<</Filter/Standard/Length 40/O<0818d9626283941034054db661f1c63b913c6eb7b2241af67609c0cda917d756>/P -4/R " +
            "2/U<895f2bd2f09f837aa3e512064735e2740d2e35923e2c1f81bca776bf1639c5ae>/V 1>>",
        ["R 3"] =
            "<</Filter/Standard/Length 128/O<12a62dccb2a09b00c2d6cd440aae7a5f4695dd7f7a381d8bfdb246a373431cb1>/P -4/R " +
            "3/U<a38384d82432c7b90ab1b8e31df9112d0122456a91bae5134273a6db134c87c4>/V 2>>",
        ["R 4"] =
            "<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV2/Length 16>>>>/Filter/Standard/Length " +
            "128/O<12a62dccb2a09b00c2d6cd440aae7a5f4695dd7f7a381d8bfdb246a373431cb1>/P -4/R " +
            "4/StmF/StdCF/StrF/StdCF/U<a38384d82432c7b90ab1b8e31df9112d0122456a91bae5134273a6db134c87c4>/V 4>>",
        ["R 4, metadata not encrypted"] =
            "<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV2/Length 16>>>>/EncryptMetadata false/Filter/Standard/Length " +
            "128/O<12a62dccb2a09b00c2d6cd440aae7a5f4695dd7f7a381d8bfdb246a373431cb1>/P -4/R " +
            "4/StmF/StdCF/StrF/StdCF/U<b71ab2965b6e9ab5408a44d2bf47b2ee0122456a91bae5134273a6db134c87c4>/V 4>>",
        ["R 5"] =
            "<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>/Filter/Standard/Length 256/O<09b6df2bfba48d350c2fa91" +
            "441175e1d61d5434ea849838a397aeef0743f3a5ea28479d7f1e4e1349f6f5440c0a2b7b6>/OE<c25f922e40ff73daa6f3251052982b8a" +
            "9359775e76a7da6398ff49fe4557d954>/P -4/Perms<1c3cd1df55dccd5396d607dd582a93d2>/R 5/StmF/StdCF/StrF/StdCF/U<b7b" +
            "a8bf28c840f05e36edc207aeaf57a59539c801b566a3d658675716469484f9e496189b48cb370c4fb081da00c7f16>/UE<d8bcf1c67eeb" +
            "efdba9f1ba5eb821bd9930df7201551a69e3621d3347defcc005>/V 5>>",
        ["R 6"] =
            "<</CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>/Filter/Standard/Length 256/O<5d7323065b776956be88f62" +
            "991af467a39be248a55cb37b3024bf46f69e94c92ed5eee3fdae54b407d55961725a5138c>/OE<f3fe34a55c457e242083b4bb26a272d2" +
            "eccf8cfa51466e03e02a2f8fa2b40fe5>/P -4/Perms<6d3c9ef70e2eca5239dfbc6cd7c8b00d>/R 6/StmF/StdCF/StrF/StdCF/U<dab" +
            "f46cc66259c914440b8916ecfef4aebd11d18940c509b1cdd0c297379af6fd3a71b786d622512f642180ae0fa5de4>/UE<ace3ea8d3ec4" +
            "bd71897d530a9b01536f37e3b711dc77d44af7d2b5f43eb045de>/V 5>>",
    };
}
