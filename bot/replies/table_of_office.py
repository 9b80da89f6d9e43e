"""Which text each result becomes: of who is connected, units and who answers for them, of reasons asked for, of proof and accents."""

from collections.abc import Callable
from typing import Any

from bot.replies import (
    bare_texts,
    bare_titles,
    bot_budget,
    contacts,
    explanations,
    going_live,
    indicators,
    joining,
    name_office,
    plan_file,
    proof,
    units,
)
from bot.replies.reader import Reader, Reply
from bot.usecases import admit, ask_explanation, choose_channel, disconnect, go_live, join, unit_people, who_joined
from bot.usecases import bare_texts as bare
from bot.usecases import bare_titles as titles
from bot.usecases import bot_budget as budget
from bot.usecases import contacts as contacting
from bot.usecases import indicators as figures
from bot.usecases import name_office as office
from bot.usecases import plan_file as plan_files
from bot.usecases import proof as proving
from bot.usecases import units as unit_changes

OF_THE_OFFICE: dict[type, Callable[[Any, Reader], Reply]] = {
    join.AnotherName: joining.another_name,
    admit.Admitted: joining.admitted,
    admit.Turned: joining.turned,
    admit.WishesWait: joining.wishes_wait,
    admit.AdmissionUndone: joining.admission_undone,
    who_joined.WhoJoined: joining.who_joined,
    who_joined.JoinedNotForYou: joining.joined_not_for_you,
    disconnect.Disconnected: joining.disconnected,
    disconnect.NotConnected: joining.not_connected,
    disconnect.DisconnectWhom: joining.disconnect_whom,
    disconnect.DisconnectRefused: joining.disconnect_refused,
    disconnect.Reconnected: joining.reconnected,
    choose_channel.ChannelChosen: joining.channel_chosen,
    choose_channel.ChannelNotJoined: joining.channel_not_joined,
    go_live.WentLive: going_live.went_live,
    go_live.AlreadyLive: going_live.already_live,
    go_live.GoLiveRefused: going_live.refused,
    go_live.OnTrialAgain: going_live.on_trial_again,
    figures.IndicatorRead: indicators.read,
    figures.Indicators: indicators.shown,
    figures.IndicatorUnclear: indicators.unclear,
    figures.IndicatorNotYours: indicators.not_yours,
    figures.IndicatorUndone: indicators.undone,
    ask_explanation.ExplanationAsked: explanations.asked,
    ask_explanation.ExplanationsAsked: explanations.asked_together,
    ask_explanation.ExplanationKnown: explanations.known,
    ask_explanation.ExplanationAwaited: explanations.awaited,
    ask_explanation.NothingToExplain: explanations.nothing_to_explain,
    ask_explanation.OwnToExplain: explanations.own,
    ask_explanation.NotWithThem: explanations.not_with_them,
    ask_explanation.AskingNotYours: explanations.not_yours,
    bare.BareTexts: bare_texts.shown,
    bare.TextMended: bare_texts.mended,
    bare.NothingToMend: bare_texts.nothing,
    bare.StillBare: bare_texts.still_bare,
    bare.SaysOtherwise: bare_texts.says_otherwise,
    bare.MendUndone: bare_texts.undone,
    office.OfficeNamed: name_office.named,
    office.BotSaysEm: name_office.says_em,
    office.OfficeNotNamed: name_office.not_yours,
    titles.AllBare: bare_titles.shown,
    titles.TitleMended: bare_titles.mended,
    titles.TitleNotMended: bare_titles.not_mended,
    titles.TitleUndone: bare_titles.undone,
    proving.ProofKept: proof.kept,
    proving.ProofOfWhat: proof.of_what,
    proving.PhotoOfNews: proof.of_news,
    proving.ProofNotKept: proof.not_kept,
    proving.ProofShown: proof.shown,
    proving.NoProof: proof.none,
    proving.ProofHidden: proof.hidden,
    plan_files.PlanFileShown: plan_file.shown,
    plan_files.NoPlanFile: plan_file.none,
    plan_files.WhichPlanFile: plan_file.which,
    plan_files.NoPlanFollowed: plan_file.nothing,
    budget.BotBudget: bot_budget.shown,
    budget.BudgetNotForYou: bot_budget.not_yours,
    unit_changes.UnitChangeEchoed: units.echoed,
    unit_changes.UnitChanged: units.changed,
    unit_changes.UnitChangeLeft: units.left,
    unit_changes.UnitChangeUnclear: units.unclear,
    unit_changes.UnitsNotYours: units.not_yours,
    unit_changes.UnitsUndone: units.undone,
    unit_people.PeopleMoved: units.people_moved,
    unit_people.WorkMoved: units.work_moved,
    unit_people.AlreadyOfUnit: units.already_of_unit,
    unit_people.WhichPart: units.which_part,
    unit_people.MoveUnclear: units.move_unclear,
    contacting.ContactSet: contacts.contact_set,
    contacting.ContactRemoved: contacts.contact_removed,
    contacting.NoContact: contacts.no_contact,
    contacting.ContactUnclear: contacts.unclear,
    contacting.ContactNotYours: contacts.not_yours,
    contacting.Contacts: contacts.shown,
    contacting.ContactUndone: contacts.undone,
}
