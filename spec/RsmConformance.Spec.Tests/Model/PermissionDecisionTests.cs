using RsmConformance.Abi;
using RsmConformance.Spec.Model;

namespace RsmConformance.Spec.Tests.Model;

/// <summary>Every cell of the table that decides who may have which access.</summary>
public sealed class PermissionDecisionTests
{
    private static readonly Dictionary<IdentityClass, Identity> Identities = new()
    {
        [IdentityClass.Owner] = Stage.Owner,
        [IdentityClass.Group] = new Identity(200, 10, []),
        [IdentityClass.SupplementaryGroup] = new Identity(200, 20, [30, 10]),
        [IdentityClass.Other] = new Identity(200, 20, [30]),
    };

    public static TheoryData<uint, string, IdentityClass> Cells()
    {
        var cells = new TheoryData<uint, string, IdentityClass>();
        for (uint digit = 0; digit < 8; digit++)
        {
            foreach (string perm in (string[])["0", "0400", "0200", "0600"])
            {
                foreach (IdentityClass identity in Enum.GetValues<IdentityClass>())
                {
                    cells.Add(digit, perm, identity);
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Connect_DigitPermClass_IsDecidedByThatDigitAlone(uint digit, string perm, IdentityClass identity)
    {
        // The other two digits say the opposite, so that a wrong digit shows.
        uint opposite = digit ^ 6;
        Permission mode = identity switch
        {
            IdentityClass.Owner => Mode(digit, opposite, opposite),
            IdentityClass.Group => Mode(opposite, digit, opposite),
            IdentityClass.SupplementaryGroup => Mode(opposite, digit, digit),
            _ => Mode(opposite, opposite, digit),
        };
        Stage stage = Stage.Published([new AccessEntry("A", mode)], importer: Identities[identity]);

        Permitted permitted = stage.Ask("imp", Stage.Connect(perm));

        uint needed = perm switch { "0400" => 4u, "0200" => 2u, "0600" => 6u, _ => 0u };
        RsmError expected = perm != "0" && (digit & needed) == needed ? RsmError.RSM_SUCCESS : RsmError.RSMERR_PERM_DENIED;
        permitted.Codes().Should().Equal(expected);
    }

    [Theory]
    [InlineData("0400", "0640", false)]
    [InlineData("0400", "0604", true)]
    [InlineData("0200", "0620", false)]
    public void Connect_SupplementaryGroupOnly_TakesTheGroupDigitOrThatForOthers(string perm, string mode, bool otherGrants)
    {
        Stage stage = Stage.Published([new AccessEntry("A", mode)], importer: Identities[IdentityClass.SupplementaryGroup]);

        Permitted permitted = stage.Ask("imp", Stage.Connect(perm));

        permitted.Codes().Should().BeEquivalentTo([RsmError.RSM_SUCCESS, RsmError.RSMERR_PERM_DENIED]);
        permitted.ReadingsOf(RsmError.RSM_SUCCESS).Should().Equal(otherGrants ? "A21.primary-group-only" : "A21.any-group");
    }

    [Fact]
    public void Connect_AfterSupplementaryGroupCountedOnce_KeepsToThatReading()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0640")], importer: Identities[IdentityClass.SupplementaryGroup]);
        stage.Do("imp", Stage.Connect("0400"));

        stage.Ask("imp", Stage.Connect("0400", output: "again")).Codes().Should().Equal(RsmError.RSM_SUCCESS);
    }

    [Fact]
    public void Connect_AfterSupplementaryGroupDidNotCount_KeepsToThatReading()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0640")], importer: Identities[IdentityClass.SupplementaryGroup]);
        stage.Fail("imp", Stage.Connect("0400"), RsmError.RSMERR_PERM_DENIED);

        stage.Ask("imp", Stage.Connect("0400", output: "again")).Codes().Should().Equal(RsmError.RSMERR_PERM_DENIED);
    }

    [Theory]
    [InlineData("022", "0400", true)]
    [InlineData("022", "0200", false)]
    [InlineData("077", "0400", false)]
    [InlineData("0", "0600", true)]
    public void Connect_NoAccessList_IsJudgedByTheUmask(string umask, string perm, bool granted)
    {
        Stage stage = Stage.Published(null, umask, Identities[IdentityClass.Other]);

        stage.Ask("imp", Stage.Connect(perm)).Codes()
            .Should().Equal(granted ? RsmError.RSM_SUCCESS : RsmError.RSMERR_PERM_DENIED);
    }

    [Fact]
    public void Connect_SeveralEntriesForTheNode_TakesTheFirst()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0400"), new AccessEntry("A", "0600")]);

        stage.Ask("imp", Stage.Connect("0600")).Codes().Should().Equal(RsmError.RSMERR_PERM_DENIED);
        stage.Ask("imp", Stage.Connect("0600")).Blame.WrongCode(0).Value.Should().Be("connect.permission.node-entry");
    }

    [Theory]
    [InlineData("0066", "connect.permission.exclusive-class")]
    [InlineData("0400", "connect.error.perm-denied")]
    public void Connect_OwnerDigitDenies_SuccessBreaksThe(string mode, string assertion)
    {
        Stage stage = Stage.Published([new AccessEntry("A", mode)]);

        stage.Ask("imp", Stage.Connect("0200")).Blame.WrongCode(0).Value.Should().Be(assertion);
    }

    [Theory]
    [InlineData("0600", IdentityClass.Owner, "connect.permission.owner-class")]
    [InlineData("0060", IdentityClass.Group, "connect.permission.group-class")]
    [InlineData("0006", IdentityClass.Other, "connect.permission.other-class")]
    [InlineData("0666", IdentityClass.Other, "connect.permission.read-write")]
    public void Connect_Granted_DenialBreaksWhatGrants(string mode, IdentityClass identity, string assertion)
    {
        Stage stage = Stage.Published([new AccessEntry("A", mode)], importer: Identities[identity]);

        stage.Ask("imp", Stage.Connect()).Blame.WrongCode((int)RsmError.RSMERR_PERM_DENIED).Value.Should().Be(assertion);
    }

    [Fact]
    public void Connect_Privileged_MayBeAdmittedOrDenied()
    {
        Stage stage = Stage.Published([new AccessEntry("A", "0400")], privileged: true);

        Permitted permitted = stage.Ask("imp", Stage.Connect());

        permitted.Codes().Should().BeEquivalentTo([RsmError.RSM_SUCCESS, RsmError.RSMERR_PERM_DENIED]);
        permitted.ReadingsOf(RsmError.RSM_SUCCESS).Should().Equal("A23.override");
    }

    [Fact]
    public void Connect_UmaskChangedBetweenCreateAndPublish_TakesOneOfTheTwoAndKeepsToIt()
    {
        var stage = new Stage("077", null, Identities[IdentityClass.Other]);
        stage.Exported();
        stage.Happen(new Stimulus.SetUmask("exp", "0"));
        stage.Do("exp", new ExportPublish("seg", "S1", null));
        stage.Importer();

        stage.Ask("imp", Stage.Connect()).Codes().Should().BeEquivalentTo([RsmError.RSM_SUCCESS, RsmError.RSMERR_PERM_DENIED]);
        stage.Do("imp", Stage.Connect(), "A24.at-publish");
        stage.Ask("imp", Stage.Connect(output: "again")).Codes().Should().Equal(RsmError.RSM_SUCCESS);
    }

    [Fact]
    public void Connect_ExporterBecameSomeoneElse_IsJudgedByEitherIdentity()
    {
        var stage = new Stage();
        stage.Exported();
        stage.Happen(new Stimulus.SetIdentity("exp", new Identity(300, 30, [])));
        stage.Do("exp", new ExportPublish("seg", "S1", [new AccessEntry("A", "0600")]));
        stage.Importer();

        Permitted permitted = stage.Ask("imp", Stage.Connect());

        permitted.Codes().Should().BeEquivalentTo([RsmError.RSM_SUCCESS, RsmError.RSMERR_PERM_DENIED]);
        permitted.ReadingsOf(RsmError.RSM_SUCCESS).Should().Equal("A20.exporter-at-create");
    }

    private static Permission Mode(uint owner, uint group, uint other) => new(((owner & 6) << 6) | ((group & 6) << 3) | (other & 6));
}
