/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 the Verslag authors */

/*
 * first-frame COMMAND…: how long a program takes from exec to its window.
 *
 * Prints two numbers in milliseconds: until the first window of at least 200 × 150 pixels is
 * viewable, and until a quarter of it or more has been painted. Knows nothing of the program but what
 * the X server tells, so that different programs can be compared. Ends the program afterwards. Works
 * on the display of DISPLAY, which nothing else may use meanwhile.
 */

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define TIMEOUT_MS 60000.0

static double
get_now_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_MONOTONIC, &now);

  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

/* A window may go away between the question and the answer. */
static int
ignore_error_cb (Display     *display,
                 XErrorEvent *event)
{
  return 0;
}

/* The area in pixels of the first large viewable window below @parent, or 0. A window manager puts
 * the program's window inside one of its own, hence the depth. */
static long
find_window (Display *display,
             Window   parent,
             int      depth)
{
  Window root, above, *windows = NULL;
  unsigned int n_windows = 0;
  unsigned int i;
  long area = 0;

  if (!XQueryTree (display, parent, &root, &above, &windows, &n_windows))
    return 0;

  for (i = 0; i < n_windows && area == 0; i++)
    {
      XWindowAttributes attributes;

      if (!XGetWindowAttributes (display, windows[i], &attributes) ||
          attributes.map_state != IsViewable)
        continue;
      if (attributes.width >= 200 && attributes.height >= 150)
        area = (long) attributes.width * attributes.height;
      else if (depth > 0)
        area = find_window (display, windows[i], depth - 1);
    }
  if (windows != NULL)
    XFree (windows);

  return area;
}

/* Whether one of the damage events that are waiting covers at least @needed pixels. */
static int
is_painted (Display *display,
            int      damage_event,
            long     needed)
{
  int painted = 0;

  while (XPending (display))
    {
      union
      {
        XEvent any;
        XDamageNotifyEvent damage;
      } event;

      XNextEvent (display, &event.any);
      if (event.any.type == damage_event + XDamageNotify &&
          (long) event.damage.area.width * event.damage.area.height >= needed)
        painted = 1;
    }

  return painted;
}

static pid_t
start (char **command)
{
  pid_t child = fork ();

  if (child == 0)
    {
      setsid ();
      if (freopen ("/dev/null", "w", stdout) == NULL || freopen ("/dev/null", "w", stderr) == NULL)
        _exit (126);
      execvp (command[0], command);
      _exit (127);
    }

  return child;
}

static void
end (pid_t child)
{
  int tries;

  kill (-child, SIGTERM);
  for (tries = 0; tries < 250; tries++)
    {
      if (waitpid (child, NULL, WNOHANG) == child)
        return;
      usleep (20000);
    }
  kill (-child, SIGKILL);
  waitpid (child, NULL, 0);
}

/* Fills in the two times; 0 when the program ended or took too long. */
static int
measure (Display *display,
         int      damage_event,
         char   **command,
         pid_t   *child,
         double  *mapped,
         double  *painted)
{
  double begin = get_now_ms ();
  long area = 0;

  *child = start (command);
  while (get_now_ms () - begin < TIMEOUT_MS)
    {
      struct pollfd fd = { ConnectionNumber (display), POLLIN, 0 };

      if (waitpid (*child, NULL, WNOHANG) == *child)
        return 0;
      if (!XPending (display))
        poll (&fd, 1, 2);
      if (area == 0)
        {
          area = find_window (display, DefaultRootWindow (display), 1);
          *mapped = get_now_ms () - begin;
        }
      if (is_painted (display, damage_event, area / 4) && area > 0)
        {
          *painted = get_now_ms () - begin;
          return 1;
        }
    }

  return 0;
}

int
main (int   argc,
      char *argv[])
{
  Display *display = XOpenDisplay (NULL);
  double mapped = 0, painted = 0;
  int damage_event, damage_error;
  pid_t child = 0;
  int done;

  if (argc < 2 || display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      fprintf (stderr, "usage: first-frame COMMAND…, on an X display with the DAMAGE extension\n");
      return 2;
    }
  XSetErrorHandler (ignore_error_cb);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);
  XDamageCreate (display, DefaultRootWindow (display), XDamageReportRawRectangles);
  XSync (display, False);

  done = measure (display, damage_event, argv + 1, &child, &mapped, &painted);
  if (done)
    printf ("%.1f %.1f\n", mapped, painted);
  else
    fprintf (stderr, "first-frame: %s showed no window\n", argv[1]);
  end (child);
  XCloseDisplay (display);

  return done ? 0 : 1;
}
