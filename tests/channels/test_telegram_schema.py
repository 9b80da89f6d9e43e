from typing import Any

import pytest
from aiohttp import ClientSession

from tests.channels.telegram_schema import violations
from tests.channels.telegram_server import TelegramServer


def keyboard(data: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "Xong", "callback_data": data}]]}


GOOD = [
    ("sendMessage", {"chat_id": 1, "text": "a" * 4096, "reply_markup": keyboard("a" * 64)}),
    ("sendMessage", {"chat_id": "@kenh", "text": "a", "reply_parameters": {"message_id": 3}}),
    ("getUpdates", {"offset": 3, "timeout": 25, "allowed_updates": ["message"]}),
    ("setMyCommands", {"commands": [{"command": "viec", "description": "Việc"}], "language_code": "vi"}),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 200}),
]

PLANTED = [
    ("sendMessage", {"chat_id": 1, "text": "a" * 4097}),
    ("sendMessage", {"chat_id": 1, "text": ""}),
    ("sendMessage", {"chat_id": 1}),
    ("sendMessage", {"text": "a"}),
    ("sendMessage", {"chat_id": 1, "text": "a", "reply_to": 3}),
    ("sendMessage", {"chat_id": 1, "text": "a", "disable_notification": "true"}),
    ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": keyboard("a" * 65)}),
    ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": keyboard("ệ" * 22)}),
    ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [{"text": "a"}]}}),
    ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}}),
    ("sendMessage", {"chat_id": 1, "text": "a", "reply_markup": {"keyboard": [[{"text": "a"}]]}}),
    ("sendMessage", {"chat_id": 1, "text": "a", "reply_parameters": {"message_id": "3"}}),
    ("answerCallbackQuery", {"callback_query_id": "1", "text": "a" * 201}),
    ("answerCallbackQuery", {"callback_query_id": 1}),
    ("setMyCommands", {"commands": [{"command": "Viec", "description": "Việc"}]}),
    ("setMyCommands", {"commands": [{"command": "viec", "description": ""}]}),
    ("sendMesage", {"chat_id": 1, "text": "a"}),
]


@pytest.mark.parametrize(("method", "values"), GOOD)
def test_documented_calls_pass(method: str, values: dict[str, Any]) -> None:
    assert violations(method, values) == []


@pytest.mark.parametrize(("method", "values"), PLANTED)
def test_planted_mistakes_are_found(method: str, values: dict[str, Any]) -> None:
    assert violations(method, values)


async def test_a_wrong_call_is_refused_and_fails_the_test() -> None:
    with pytest.raises(AssertionError, match="4097 chars"):
        async with TelegramServer() as server, ClientSession() as session:
            call = f"{server.base_url}/bot{server.token}/sendMessage"
            async with session.post(call, data={"chat_id": "1", "text": "a" * 4097}) as response:
                assert response.status == 400
