"""The faults a reminder must survive; `README.md` here names the test of each."""
