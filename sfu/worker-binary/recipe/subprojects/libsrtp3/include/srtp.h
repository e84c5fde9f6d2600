// The part of the libsrtp 3 interface that the worker calls, on top of libsrtp 2, which distributions package.
// Differences that matter: version 3 hides the policy behind a pointer and takes key and salt apart, and it protects
// from one buffer into another, where version 2 works in place and trusts that there is room.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>

// The name is a struct in version 2 and a pointer in version 3: move the old one out of the way.
#define srtp_policy_t srtp2_policy_t
#include <srtp2/srtp.h>
#undef srtp_policy_t

// Codes that version 3 added. Macros, so that they also do no harm where a later version 2 has them.
#define srtp_err_status_buffer_small static_cast<srtp_err_status_t>(28)
#define srtp_err_status_cryptex_err static_cast<srtp_err_status_t>(29)

struct Srtp3Policy
{
	srtp2_policy_t policy{};
	unsigned char key[SRTP_MAX_KEY_LEN]{};
};
using srtp_policy_t = Srtp3Policy*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* policy)
{
	*policy = new (std::nothrow) Srtp3Policy();

	return *policy ? srtp_err_status_ok : srtp_err_status_alloc_fail;
}

inline void srtp_policy_destroy(srtp_policy_t policy)
{
	if (!policy)
	{
		return;
	}

	// Through a volatile pointer, because a compiler may leave out a memset of memory that is freed next.
	for (volatile unsigned char& byte : policy->key)
	{
		byte = 0;
	}

	delete policy;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t policy, srtp_ssrc_t ssrc)
{
	policy->policy.ssrc = ssrc;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t policy, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&policy->policy.rtp, profile);

	return status == srtp_err_status_ok
	         ? srtp_crypto_policy_set_from_profile_for_rtcp(&policy->policy.rtcp, profile)
	         : status;
}

inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t policy,
  const uint8_t* key,
  size_t keyLen,
  const uint8_t* salt,
  size_t saltLen,
  const uint8_t* /*mki*/,
  size_t mkiLen)
{
	// The worker uses no master key identifiers; refuse one instead of dropping it silently.
	if (mkiLen != 0 || keyLen + saltLen > sizeof(policy->key))
	{
		return srtp_err_status_bad_param;
	}

	std::memcpy(policy->key, key, keyLen);
	std::memcpy(policy->key + keyLen, salt, saltLen);
	policy->policy.key = policy->key;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t policy, bool allow)
{
	policy->policy.allow_repeat_tx = allow ? 1 : 0;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t policy, size_t windowSize)
{
	policy->policy.window_size = windowSize;

	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t policy)
{
	return srtp_create(session, &policy->policy);
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return srtp_remove_stream(session, ssrc);
}

// One body for the four calls: copy (unless both are the same buffer), work in place, report the new length.
// `growth` is what version 2 may write behind the packet; version 3 would have answered "buffer too small".
inline srtp_err_status_t srtp3_through_in_place_call(
  srtp_err_status_t (*inPlace)(srtp_t, void*, int*),
  srtp_t session,
  const uint8_t* in,
  size_t inLen,
  uint8_t* out,
  size_t* outLen,
  size_t growth)
{
	if (inLen + growth > *outLen)
	{
		return srtp_err_status_buffer_small;
	}

	if (in != out)
	{
		std::memmove(out, in, inLen);
	}

	auto length       = static_cast<int>(inLen);
	const auto status = inPlace(session, out, &length);

	if (status == srtp_err_status_ok)
	{
		*outLen = static_cast<size_t>(length);
	}

	return status;
}

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* rtp, size_t rtpLen, uint8_t* srtp, size_t* srtpLen, size_t /*mkiIndex*/)
{
	return srtp3_through_in_place_call(
	  static_cast<srtp_err_status_t (*)(srtp_t, void*, int*)>(::srtp_protect),
	  session,
	  rtp,
	  rtpLen,
	  srtp,
	  srtpLen,
	  SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* rtcp, size_t rtcpLen, uint8_t* srtcp, size_t* srtcpLen, size_t /*mkiIndex*/)
{
	// Four more: the SRTCP index.
	return srtp3_through_in_place_call(
	  static_cast<srtp_err_status_t (*)(srtp_t, void*, int*)>(::srtp_protect_rtcp),
	  session,
	  rtcp,
	  rtcpLen,
	  srtcp,
	  srtcpLen,
	  SRTP_MAX_TRAILER_LEN + 4);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* srtp, size_t srtpLen, uint8_t* rtp, size_t* rtpLen)
{
	return srtp3_through_in_place_call(
	  static_cast<srtp_err_status_t (*)(srtp_t, void*, int*)>(::srtp_unprotect),
	  session,
	  srtp,
	  srtpLen,
	  rtp,
	  rtpLen,
	  0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* srtcp, size_t srtcpLen, uint8_t* rtcp, size_t* rtcpLen)
{
	return srtp3_through_in_place_call(
	  static_cast<srtp_err_status_t (*)(srtp_t, void*, int*)>(::srtp_unprotect_rtcp),
	  session,
	  srtcp,
	  srtcpLen,
	  rtcp,
	  rtcpLen,
	  0);
}
