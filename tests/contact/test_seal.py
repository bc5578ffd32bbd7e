"""Sealing, judged by the programs that the counsellors use."""

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from pysequoia import Cert, Profile, Tsk, encrypt
from pysequoia.packet import PacketPile

from contact.key import SealError
from contact.keyring import read_ring
from contact.letter import part
from contact.seal import READABLE, Seal, packets
from contact.seals import read_seals
from tests.contact.keyring import LONG_AGO, GnuPG, Rnp, examine
from tests.contact.programs import needs

pytestmark = [needs("gpg", "rnp")]
NOW = datetime.now(UTC)


@pytest.fixture(scope="session")
def gnupg(tmp_path_factory):
    home = tmp_path_factory.mktemp("g")
    home.chmod(0o700)
    made = GnuPG(home)
    yield made
    made.close()


@pytest.fixture(scope="session")
def rnp(tmp_path_factory):
    return Rnp(tmp_path_factory.mktemp("r"))


@pytest.fixture(scope="session")
def counsellor(gnupg):
    return gnupg.make("counsellor")


@pytest.fixture(scope="session")
def recovery(gnupg):
    return gnupg.make("recovery", "default", "default", "never")


@pytest.fixture(scope="session")
def thunderbird(rnp):
    return rnp.make("thunderbird")


def seal(*keys):
    return Seal([examine("key.asc", key) for key in keys])


def test_gnupg_reads(gnupg, counsellor, recovery):
    """GnuPG reads what is sealed to it, and so does the recovery key."""
    assert (
        gnupg.decrypt(seal(counsellor, recovery).seal("Дапамога".encode())) == "Дапамога".encode()
    )


def test_rnp_reads(rnp, thunderbird, recovery):
    """Debian's rnp reads what is sealed to its key together with a recovery key made by GnuPG."""
    assert rnp.decrypt(seal(thunderbird, recovery).seal("Дапамога".encode())) == "Дапамога".encode()


def test_everybody_reads(gnupg, rnp, counsellor, thunderbird, recovery):
    """All of them read the same message."""
    sealed = seal(counsellor, thunderbird, recovery).seal(b"help")
    assert (gnupg.decrypt(sealed), rnp.decrypt(sealed)) == (b"help", b"help")


def test_the_trap_is_there(thunderbird):
    """Left alone, pysequoia writes packets of new versions for a key like Thunderbird's."""
    sealed = encrypt(b"x", recipients=[Cert.from_bytes(thunderbird)], armor=False)
    assert packets(sealed) == {("PKESK", 6), ("SEIP", 2)}


def test_unreadable_together(thunderbird):
    """Keys that would give such packets together are refused, with how to fix it."""
    with pytest.raises(SealError, match="Make the recovery key with GnuPG"):
        seal(thunderbird)


def test_readable_versions(counsellor, thunderbird, recovery):
    """Every sealed message has only packets that all programs read."""
    sealed = seal(counsellor, thunderbird, recovery).seal(b"x")
    assert packets(sealed.encode()) == READABLE


def test_new_keys(recovery):
    """A key of version 6 never lets an unreadable message out:
    it is refused or written readably."""
    new = bytes(Tsk.generate(user_id="new", profile=Profile.RFC9580).extract_certificate())
    with suppress(SealError):
        assert packets(seal(new, recovery).seal(b"x").encode()) <= READABLE


def test_secret(gnupg, counsellor):
    """A file with a secret key is refused, loudly."""
    with pytest.raises(SealError, match="SECRET"):
        examine("x", gnupg.run("--armor", "--export-secret-keys", "counsellor@example.org"))


def test_secret_subkey(gnupg, counsellor):
    """Even when only a subkey of it is secret."""
    with pytest.raises(SealError, match="SECRET"):
        examine("x", gnupg.run("--armor", "--export-secret-subkeys", "counsellor@example.org"))


def test_sign_only(gnupg):
    """A key that can only sign is refused."""
    with pytest.raises(SealError, match="only sign"):
        examine("x", gnupg.make("signer", "ed25519", "sign"))


def test_revoked(gnupg):
    """A revoked key is refused, though pysequoia would encrypt to it."""
    gnupg.make("revoked")
    key = gnupg.revoke("revoked")
    encrypt(b"x", recipients=[Cert.from_bytes(key)])
    with pytest.raises(SealError, match="revoked"):
        examine("x", key)


def test_revoked_part(gnupg):
    """A key whose only encryption part is revoked can only sign."""
    gnupg.make("halved")
    with pytest.raises(SealError, match="only sign"):
        examine("x", gnupg.revoke_subkey("halved"))


def test_expired(gnupg):
    """An expired key is still sealed to, and known to be expired."""
    key = examine("x", gnupg.make("expired", lasts="10d", when=LONG_AGO))
    assert (key.expired(NOW), key.owner) == (True, "expired <expired@example.org>")
    assert Seal([key]).expired(NOW) == [key]


def test_expired_part(gnupg):
    """A key whose encryption part alone has expired counts as expired."""
    gnupg.make("partly", "ed25519", "sign", "never", LONG_AGO)
    gnupg.run(
        *LONG_AGO, "--quick-add-key", gnupg.fingerprints("partly")[0], "cv25519", "encr", "10d"
    )
    assert examine("x", gnupg.public("partly")).expired(NOW)


def test_renewed_part(gnupg):
    """Of several encryption parts the one that is good for longest is used,
    not an expired or revoked one."""
    gnupg.make("renewed", "ed25519", "sign", "never", LONG_AGO)
    (primary,) = gnupg.fingerprints("renewed")
    gnupg.run(*LONG_AGO, "--quick-add-key", primary, "cv25519", "encr", "10d")
    gnupg.run("--quick-add-key", primary, "cv25519", "encr", "3y")
    gnupg.run("--quick-add-key", primary, "cv25519", "encr", "2y")
    key = examine("x", gnupg.revoke_subkey("renewed", 2))
    assert timedelta(days=700) < key.expires - NOW < timedelta(days=740)
    assert gnupg.decrypt(Seal([key]).seal(b"help")) == b"help"


def test_extended(gnupg):
    """A key whose owner has put its end off is not expired."""
    gnupg.make("extended", lasts="10d", when=LONG_AGO)
    (primary, *_) = gnupg.fingerprints("extended")
    gnupg.run("--quick-set-expire", primary, "5y")
    gnupg.run("--quick-set-expire", primary, "5y", "*")
    assert not examine("x", gnupg.public("extended")).expired(NOW)


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n-----END PGP PUBLIC KEY BLOCK-----"],
)
def test_no_key(data):
    """What is no key is refused."""
    with pytest.raises(SealError, match="no OpenPGP key"):
        examine("x", data)


def test_folders(tmp_path, gnupg, counsellor, recovery, thunderbird):
    """Each form has its keys; what is wrong with any file is said, and the other keys go on."""
    for form, keys in {
        "recovery": [recovery],
        "counselling": [counsellor, thunderbird, b"x"],
        "press": [],
    }.items():
        (tmp_path / form).mkdir()
        for number, key in enumerate(keys):
            (tmp_path / form / f"{number}.asc").write_bytes(key)
    seals, lines = read_seals(tmp_path)
    assert (list(seals), len(seals["counselling"].keys)) == (["counselling"], 3)
    assert [re.sub(r".*/", "", line.text)[:30] for line in lines] == [
        "2.asc: This is no OpenPGP key.",
        "press. Put a counsellor's publ",
    ]


@pytest.mark.parametrize("sign", ["a", "ы", "😀"])
def test_equal_sizes(counsellor, sign):
    """From 1 to 1500 characters there is one size of ciphertext (to RSA keys it varies by a byte,
    at random)."""
    sealing = seal(counsellor)
    assert (
        len({len(sealing.seal(part(sign * count))) for count in (1, 10, 500, 1000, 1499, 1500)})
        == 1
    )


def future(gnupg, minutes=5):
    when = (datetime.now(UTC) + timedelta(minutes=minutes)).strftime("%Y%m%dT%H%M%S")
    return gnupg.make(f"future{minutes}", when=("--faked-system-time", when))


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(future, "in the future", id="ahead of the clock"),
        pytest.param(lambda gnupg: gnupg.make("weak", "rsa1024"), "too short", id="RSA-1024"),
    ],
)
def test_refused_keys(gnupg, make, said):
    """A key that cannot be used is refused with a sentence that says why."""
    with pytest.raises(SealError, match=said):
        examine("x", make(gnupg))


def test_no_user_id(gnupg, counsellor):
    """A key without a user id, as some key servers give it out, is refused with what to do."""
    packets_of = list(PacketPile.from_bytes(gnupg.run("--export", "counsellor@example.org")))
    bare = b"".join(bytes(packet) for packet in packets_of[:1] + packets_of[3:])
    with pytest.raises(SealError, match="no user id"):
        examine("x", bare)


@pytest.mark.parametrize(
    "dressed",
    [
        pytest.param(lambda key: b"\xef\xbb\xbf" + key, id="BOM"),
        pytest.param(lambda key: key.decode().encode("utf-16"), id="UTF-16"),
        pytest.param(lambda key: key.replace(b"\n", b"\r\n"), id="Windows"),
        pytest.param(lambda key: b"Here it is:\r\n\r\n" + key + b"\r\nBye", id="in a mail"),
    ],
)
def test_dressed(counsellor, dressed):
    """A good key is used however a program wrote its file."""
    assert examine("x", dressed(counsellor)).owner == "counsellor <counsellor@example.org>"


def folders(tmp_path, **files):
    for place, data in files.items():
        form, _, name = place.partition("_")
        (tmp_path / form).mkdir(exist_ok=True)
        (tmp_path / form / f"{name}.asc").write_bytes(data)
    return read_ring(tmp_path, ("counselling", "press", "recovery"))


def test_two_keys(tmp_path, gnupg, counsellor, recovery):
    """Both keys of a file are used."""
    ring = folders(tmp_path, counselling_both=counsellor + recovery)
    assert (len(ring.keys["counselling"]), ring.refused) == (2, [])


def test_secret_behind_public(tmp_path, gnupg, counsellor, recovery):
    """A secret key is seen behind a public one in the same file; the other files go on."""
    secret = gnupg.run("--armor", "--export-secret-keys", "recovery@example.org")
    ring = folders(tmp_path, counselling_a=counsellor + secret, counselling_b=recovery)
    assert (len(ring.keys["counselling"]), len(ring.refused), "SECRET" in ring.refused[0]) == (
        1,
        1,
        True,
    )


def test_revoked_elsewhere(tmp_path, gnupg, recovery):
    """A key is revoked in every folder once any file says so,
    be it only the certificate of revocation."""
    key = gnupg.make("gone")
    word = gnupg.home / "openpgp-revocs.d" / f"{gnupg.fingerprints('gone')[0]}.rev"
    said = word.read_bytes().replace(b":-----BEGIN", b"-----BEGIN")
    ring = folders(tmp_path, counselling_a=key, press_a=key, press_b=recovery, recovery_word=said)
    assert ({form: len(keys) for form, keys in ring.keys.items()}, len(ring.refused)) == (
        {"counselling": 0, "press": 1, "recovery": 0},
        2,
    )
