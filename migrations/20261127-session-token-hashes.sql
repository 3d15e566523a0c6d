-- Of a session's token only the SHA-256 is kept, in hexadecimal digits: the token is 190 random bits, so nobody finds it
-- from that. Sessions that stand go on.
update auth_session set token = encode(sha256(convert_to(token, 'UTF8')), 'hex');
