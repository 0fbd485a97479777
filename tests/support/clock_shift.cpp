// Preloaded into a program, puts its clock CRM_CLOCK_SHIFT seconds ahead (or behind): what computers whose clocks
// differ by hours do to each other. Not the monotonic clock, by which programs wait.
#include <cstdlib>
#include <dlfcn.h>
#include <sys/time.h>
#include <time.h>

namespace {
long shift()
{
    static const long seconds = [] {
        const char *text = getenv("CRM_CLOCK_SHIFT");
        return text ? atol(text) : 0;
    }();
    return seconds;
}
} // namespace

extern "C" __attribute__((visibility("default"))) int clock_gettime(clockid_t clock, struct timespec *now) noexcept
{
    static const auto real = reinterpret_cast<int (*)(clockid_t, struct timespec *)>(dlsym(RTLD_NEXT, "clock_gettime"));
    const int code = real(clock, now);
    if (code == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE))
        now->tv_sec += shift();
    return code;
}

extern "C" __attribute__((visibility("default"))) int gettimeofday(struct timeval *now, void *) noexcept
{
    timespec precise{};
    clock_gettime(CLOCK_REALTIME, &precise);
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return 0;
}

extern "C" __attribute__((visibility("default"))) time_t time(time_t *out) noexcept
{
    timespec precise{};
    clock_gettime(CLOCK_REALTIME, &precise);
    if (out)
        *out = precise.tv_sec;
    return precise.tv_sec;
}
