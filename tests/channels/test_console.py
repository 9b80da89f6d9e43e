from datetime import datetime

from bot.channels.console.channel import ConsoleChannel
from jobs.delivery.channel import OutMessage, Sent


async def test_the_console_says_when_to_whom_and_what() -> None:
    written: list[str] = []
    names = {"lan": "chị Lan"}
    channel = ConsoleChannel(written.append, names.__getitem__, lambda: datetime(2025, 10, 7, 7, 30))
    assert await channel.send(OutMessage("lan", "Chào chị Lan.\n2. Kế hoạch")) == Sent("1")
    assert await channel.send(OutMessage("lan", "Hết")) == Sent("2")
    assert written[0] == "[07/10/2025 07:30 → chị Lan] Chào chị Lan.\n2. Kế hoạch"
    await channel.close()
