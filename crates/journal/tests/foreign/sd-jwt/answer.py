"""Answers requests about SD-JWTs with the library sd-jwt: a JSON list on stdin, a JSON list on stdout."""

import json
import sys

from jwcrypto.jwk import JWK
from sd_jwt.common import SDObj
from sd_jwt.issuer import SDJWTIssuer
from sd_jwt.verifier import SDJWTVerifier


def mark(value):
    """Marks what can be hidden: members and texts that begin with `hidden`."""
    if isinstance(value, dict):
        return {SDObj(name) if name.startswith("hidden") else name: mark(member) for name, member in value.items()}
    if isinstance(value, list):
        return [SDObj(it) if isinstance(it, str) and it.startswith("hidden") else mark(it) for it in value]
    return value


def answer(request):
    key = JWK(**request["key"])
    if request["do"] == "issue":
        header = {"typ": request["typ"]}
        issuer = SDJWTIssuer(
            mark(request["claims"]), key, sign_alg="EdDSA", add_decoy_claims=True, extra_header_parameters=header
        )
        return {"issued": issuer.sd_jwt_issuance}
    try:
        return {"claims": SDJWTVerifier(request["text"], lambda issuer, header: key).get_verified_payload()}
    except Exception as error:
        return {"refused": repr(error)}


json.dump([answer(request) for request in json.load(sys.stdin)], sys.stdout)
